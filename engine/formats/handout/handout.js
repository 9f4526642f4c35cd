// Convert the page of the slides to the handout: a page of contents, then each part, each slide with its notes below.
// Evaluated in the page with the data of the parts from Python; the style is in handout.css.
({ title, author, license, parts, style, time }) => {
  document.querySelectorAll('style[media="screen"]').forEach((style) => style.remove())
  const slides = [...document.querySelectorAll('svg[data-marpit-svg]')]
  const container = slides[0].parentElement.id
  const make = (name, className, text) => {
    const element = document.createElement(name)
    if (className) element.className = className
    if (text !== undefined) element.textContent = text
    return element
  }
  const cover = make('section', 'cover')
  cover.append(make('h1', '', title), make('p', 'author', author))
  if (time) cover.append(make('p', 'time', time))
  const contents = make('nav', 'contents')
  contents.append(make('h2', '', 'Conteúdo'))
  const list = make('ol')
  contents.append(list)
  cover.append(contents, make('p', 'license', license))
  const main = make('main')
  parts.forEach((part, index) => {
    const entry = make('li'), link = make('a')
    link.href = `#parte-${index}`
    link.append(make('span', 'number', part.number), make('span', 'name', part.title), make('span', 'page', '000'))
    entry.append(link)
    list.append(entry)
    const heading = make('h2', 'part', `${part.number}. ${part.title}`)
    heading.id = `parte-${index}`
    main.append(heading)
    if (part.plan.length) {
      const plan = make('dl', 'plan')
      part.plan.forEach(([label, text]) => plan.append(make('dt', '', label), make('dd', '', text)))
      main.append(plan)
    }
    part.slides.forEach((slide) => {
      const article = make('article')
      article.append(make('h3', '', `${slide.number}. ${slide.title}`))
      const frame = make('div', 'frame')
      frame.id = container // what the theme's style sheet names
      const picture = slides[slide.number - 1]
      // The outline contains the h3 of each slide, so the titles inside the slide must not be in it a second time.
      picture.querySelectorAll('h1, h2, h3, h4').forEach((heading) => heading.setAttribute('role', 'paragraph'))
      frame.append(picture)
      article.append(frame)
      if (slide.notes.length) {
        const notes = make('div', 'notes')
        slide.notes.forEach((paragraph) => {
          const p = make('p')
          p.innerHTML = paragraph
          notes.append(p)
        })
        article.append(notes)
      }
      main.append(article)
    })
  })
  document.body.replaceChildren(cover, main)
  document.body.className = 'counting'
  document.head.append(Object.assign(document.createElement('style'), { textContent: style }))
}
