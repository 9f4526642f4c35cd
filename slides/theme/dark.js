// Key T: the slides on a dark ground, for dark rooms. Print, PDF and pictures stay light. Nothing moves.
(() => {
  const section = 'html.dark div#\\:\\$p > svg > foreignObject > section'
  document.head.insertAdjacentHTML('beforeend', `<style>@media screen {
${section} {
  --ink: #e8edf3; --quiet: #b3bfcc; --paper: #101720; --soft: #1d2a38; --tint: #223142; --line: #3d5066;
  --accent: #58b4ef; --on-accent: #101720; --deep: #8ecbf5; --keyword: #f09bd0; --string: #9ad9a6; --number: #ffb38a;
  --wrong: #ff9d8e; --wrong-shade: #4d211c; --wrong-token: #8c3527; --raised: #f0c060; --raised-shade: #4a3a12;
  --right: #7fdcb4; --right-shade: #143d2f; --right-token: #1f6b4d; --silent: #b79be8;
  --f1b1f27: #e8edf3; --f3c4350: #c9d3de; --f6b7280: #9aa8b8; --fe3e6eb: #2a3848; --fffffff: #101720;
  --f0072b2: #58b4ef; --fd55e00: #ff8f45; --f009e73: #3fcf9f; --f9b2c88: #d88bbd;
}
${section}:is(.part, .title) { --deep: #00497a; }
${section}.part { --paper: #ffffff; --accent: #58b4ef; }
${section} svg.figure.light { background: #ffffff; border-radius: 8px; }
}</style>`)
  addEventListener('keydown', ({ key, ctrlKey, metaKey, altKey }) => {
    if (key.toLowerCase() === 't' && !ctrlKey && !metaKey && !altKey) document.documentElement.classList.toggle('dark')
  })
})()
