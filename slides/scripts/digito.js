// Um quadro de 28 x 28 para desenhar um dígito: a CNN do snippet responde a cada traço.
// values.shapes: [[tipo, forma dos pesos, forma do viés], …] em JSON; values.weights: todos eles, float32 em base64;
// values.examples: dez dígitos de teste, de 0 a 9, um byte por ponto, em base64.
const SIZE = 28
const bytes = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))
const weights = new Float32Array(bytes(values.weights).buffer)
const examples = bytes(values.examples)
let read = 0
const layers = JSON.parse(values.shapes).map(([kind, ...shapes]) => {
  const [kernel, bias] = shapes.map((shape) => {
    const count = shape.reduce((product, n) => product * n, 1)
    read += count
    return { shape, data: weights.subarray(read - count, read) }
  })
  return { kind, kernel, bias }
})

// Cada camada como o Keras a calcula: imagens são listas de linhas, colunas e canais, nessa ordem.
const conv = ({ rows, columns, channels, data }, { kernel, bias }) => {
  const [height, width, , filters] = kernel.shape
  const out = { rows: rows - height + 1, columns: columns - width + 1, channels: filters }
  out.data = new Float32Array(out.rows * out.columns * filters)
  for (let row = 0, at = 0; row < out.rows; row++) for (let column = 0; column < out.columns; column++)
    for (let filter = 0; filter < filters; filter++, at++) {
      let sum = bias.data[filter]
      for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) for (let channel = 0; channel < channels; channel++)
        sum += data[((row + y) * columns + column + x) * channels + channel]
          * kernel.data[((y * width + x) * channels + channel) * filters + filter]
      out.data[at] = Math.max(sum, 0)
    }
  return out
}
const pool = ({ rows, columns, channels, data }) => {
  const out = { rows: rows >> 1, columns: columns >> 1, channels }
  out.data = new Float32Array(out.rows * out.columns * channels)
  for (let row = 0, at = 0; row < out.rows; row++) for (let column = 0; column < out.columns; column++)
    for (let channel = 0; channel < channels; channel++, at++) {
      const corner = (2 * row * columns + 2 * column) * channels + channel
      out.data[at] = Math.max(data[corner], data[corner + channels],
        data[corner + columns * channels], data[corner + (columns + 1) * channels])
    }
  return out
}
const softmax = (numbers) => {
  const powers = numbers.map((each) => Math.exp(each - Math.max(...numbers)))
  const sum = powers.reduce((a, b) => a + b)
  return powers.map((each) => each / sum)
}
const dense = ({ data }, { kernel, bias }, last) => {
  const [inputs, units] = kernel.shape
  const sums = Array.from(bias.data, (start, unit) => {
    let sum = start
    for (let input = 0; input < inputs; input++) sum += data[input] * kernel.data[input * units + unit]
    return sum
  })
  return { data: last ? softmax(sums) : sums.map((sum) => Math.max(sum, 0)) }
}

// Recebe 784 números de 0 a 1; devolve as dez probabilidades e os mapas da primeira camada.
block.predict = (pixels) => {
  let image = { rows: SIZE, columns: SIZE, channels: 1, data: pixels }, maps
  layers.forEach((layer, index) => {
    if (layer.kind === 'Conv2D') image = conv(image, layer)
    else if (layer.kind === 'MaxPooling2D') image = pool(image)
    else if (layer.kind === 'Dense') image = dense(image, layer, index === layers.length - 1)
    maps ??= image
  })
  return { probabilities: [...image.data], maps }
}

const style = document.createElement('style')
style.textContent = `
  .digito { display: grid; grid-template-columns: 320px 1fr 320px; gap: 0 36px; align-items: start }
  .digito canvas { display: block; image-rendering: pixelated; border: 2px solid var(--line); background: #fff }
  .digito .quadro { width: 316px; height: 316px; border-radius: 8px; cursor: crosshair; touch-action: none }
  .digito .barras { display: grid; grid-template-columns: auto 1fr 84px; gap: 2px 12px; align-items: center; font-size: 22px }
  .digito .barras i { display: block; height: 22px; background: var(--accent); border-radius: 4px; min-width: 2px }
  .digito .barras b, .digito .barras span { text-align: end; line-height: 29px }
  .digito .mapas { display: grid; grid-template-columns: repeat(3, 1fr); gap: 6px }
  .digito .mapas canvas { width: 98px; height: 98px; border-width: 1px }
  .digito .teclas { grid-column: 1 / -1; display: flex; gap: 10px; margin: 16px 0 0; font-size: 22px; align-items: center }
  .digito button { font: inherit; color: inherit; padding: 4px 14px; border: 2px solid var(--line); border-radius: 8px;
    background: none; cursor: pointer }
  .digito button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
`
document.head.append(style)
block.innerHTML = `<canvas class="quadro" width="${SIZE}" height="${SIZE}" role="img"></canvas>
  <div class="barras"></div><div class="mapas"></div>
  <div class="teclas"><button data-key="x">limpar: x</button> <button data-key="i">inverter: i</button>
  <button data-key="d">deslocar: d</button> <span>dígitos prontos: teclas 0 a 9</span></div>`
const board = block.querySelector('.quadro'), bars = block.querySelector('.barras'), row = block.querySelector('.mapas')
bars.innerHTML = Array.from({ length: 10 }, (_, digit) => `<b>${digit}</b><i></i><span></span>`).join('')
const status = document.createElement('p')
status.ariaLive = 'polite'
status.style.cssText = 'position: absolute; clip-path: inset(50%)'
block.append(status)

const pixels = new Float32Array(SIZE * SIZE)
const key = `digito ${location.pathname}`
// Pinta uma imagem de números de 0 (papel) a `most` (tinta).
const paint = (canvas, side, most, at) => {
  canvas.width = canvas.height = side
  const picture = new ImageData(side, side)
  for (let i = 0; i < side * side; i++) picture.data.set([0, 0, 0, Math.min(255, 255 * at(i) / most)], 4 * i)
  canvas.getContext('2d').putImageData(picture, 0, 0)
}
const draw = () => {
  const { probabilities, maps } = block.predict(pixels)
  const best = probabilities.indexOf(Math.max(...probabilities))
  const shown = probabilities.map((each) => `${Math.round(100 * each)}\u00a0%`)
  paint(board, SIZE, 1, (i) => pixels[i])
  bars.querySelectorAll('i').forEach((bar, digit) => {
    bar.style.width = `${100 * probabilities[digit]}%`
    bar.style.opacity = digit === best ? 1 : 0.45
  })
  bars.querySelectorAll('span').forEach((text, digit) => { text.textContent = shown[digit] })
  const most = Math.max(...maps.data) || 1
  for (let map = row.children.length; map < Math.min(maps.channels, 8); map++) row.append(document.createElement('canvas'))
  ;[...row.children].forEach((canvas, map) =>
    paint(canvas, maps.rows, most, (i) => maps.data[i * maps.channels + map]))
  board.ariaLabel = status.textContent = `A rede vê um ${best}, com ${shown[best]}.`
}
const change = () => {
  draw()
  try {
    localStorage.setItem(key, JSON.stringify([...pixels].map((each) => Math.round(255 * each))))
  } catch { /* sem memória do navegador não há outra janela com que combinar */ }
}
window.addEventListener('storage', (event) => {
  if (event.key !== key || !event.newValue) return
  pixels.set(JSON.parse(event.newValue).map((each) => each / 255))
  draw()
})

let pen
const place = (event) => {
  const box = board.getBoundingClientRect()
  return [SIZE * (event.clientX - box.left) / box.width, SIZE * (event.clientY - box.top) / box.height]
}
const stroke = (from, to) => {
  const steps = Math.ceil(4 * Math.hypot(to[0] - from[0], to[1] - from[1])) || 1
  for (let step = 0; step <= steps; step++) {
    const x = from[0] + (to[0] - from[0]) * step / steps, y = from[1] + (to[1] - from[1]) * step / steps
    for (let i = 0; i < SIZE * SIZE; i++) {
      const ink = 1.9 - Math.hypot(i % SIZE + 0.5 - x, Math.floor(i / SIZE) + 0.5 - y)
      pixels[i] = Math.max(pixels[i], Math.min(1, ink))
    }
  }
  change()
}
board.addEventListener('pointerdown', (event) => {
  board.setPointerCapture(event.pointerId)
  pen = place(event)
  stroke(pen, pen)
})
board.addEventListener('pointermove', (event) => {
  if (!pen) return
  const to = place(event)
  stroke(pen, to)
  pen = to
})
for (const end of ['pointerup', 'pointercancel']) board.addEventListener(end, () => { pen = undefined })

const act = (name) => {
  if (name === 'x') pixels.fill(0)
  else if (name === 'i') pixels.forEach((each, i) => { pixels[i] = 1 - each })
  else if (name === 'd') {
    const before = pixels.slice()
    pixels.forEach((_, i) => { pixels[i] = i % SIZE < 5 ? 0 : before[i - 5] })
  } else if (/^[0-9]$/.test(name)) {
    pixels.set(examples.subarray(name * SIZE * SIZE, (Number(name) + 1) * SIZE * SIZE), 0)
    pixels.forEach((each, i) => { pixels[i] = each / 255 })
  } else return false
  change()
  return true
}
block.addEventListener('click', (event) => act(event.target.dataset.key))
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || !block.closest('.bespoke-marp-active')) return
  if (act(event.key.toLowerCase())) event.stopImmediatePropagation()
}, true)
act('7')
