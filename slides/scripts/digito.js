// Um quadro de 28 x 28 para desenhar um dígito: a CNN do snippet responde a cada traço.
// values.shapes: [[tipo, forma dos pesos, forma do viés], …] em JSON; values.weights: todos eles, float32 em base64;
// values.examples: dez dígitos de teste, de 0 a 9, um byte por ponto, em base64.
const SIZE = 28
const bytes = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))
const weights = new Float32Array(bytes(values.weights).buffer), examples = bytes(values.examples)
let read = 0
const layers = JSON.parse(values.shapes).map(([kind, ...shapes]) => [kind, ...shapes.map((shape) =>
  ({ shape, data: weights.subarray(read, read += shape.reduce((product, n) => product * n, 1)) }))])

// Uma imagem: os números em linhas, colunas e canais, nessa ordem, como no Keras.
const grid = (rows, cols, depth, number) => {
  const data = new Float32Array(rows * cols * depth)
  for (let at = 0; at < data.length; at++)
    data[at] = number(at / depth / cols | 0, (at / depth | 0) % cols, at % depth)
  return { rows, cols, depth, data }
}
const conv = ({ rows, cols, depth, data }, { shape: [height, width, , filters], data: kernel }, bias) =>
  grid(rows - height + 1, cols - width + 1, filters, (row, column, filter) => {
    let sum = bias.data[filter], at = filter
    for (let y = row; y < row + height; y++) for (let x = column; x < column + width; x++)
      for (let plane = 0; plane < depth; plane++, at += filters)
        sum += data[(y * cols + x) * depth + plane] * kernel[at]
    return Math.max(sum, 0)
  })
const pool = ({ rows, cols, depth, data }) =>
  grid(rows >> 1, cols >> 1, depth, (row, column, plane) => Math.max(...[0, 1, cols, cols + 1].map(
    (step) => data[(2 * row * cols + 2 * column + step) * depth + plane])))
const dense = ({ data }, { data: kernel }, bias) => Array.from(bias.data, (sum, unit) =>
  data.reduce((before, each, input) => before + each * kernel[input * bias.data.length + unit], sum))

// Recebe 784 números de 0 a 1; devolve as dez probabilidades e os mapas da primeira camada.
block.predict = (pixels) => {
  let image = { rows: SIZE, cols: SIZE, depth: 1, data: pixels }, maps
  for (const [kind, ...given] of layers) {
    if (kind === 'Conv2D') image = conv(image, ...given)
    else if (kind === 'MaxPooling2D') image = pool(image)
    else if (kind === 'Dense') {
      image = { sums: dense(image, ...given) }
      image.data = image.sums.map((sum) => Math.max(sum, 0))
    }
    maps ??= image
  }
  const powers = image.sums.map((sum) => Math.exp(sum - Math.max(...image.sums)))
  const total = powers.reduce((a, b) => a + b)
  return { probabilities: powers.map((each) => each / total), maps }
}

block.innerHTML = '<canvas class="quadro" role="img"></canvas><div class="barras"></div><div class="mapas">'
  + '<canvas></canvas>'.repeat(8) + '</div>'
  + '<div class="teclas"><button data-key="x">limpar: x</button> <button data-key="i">inverter: i</button>'
  + '<button data-key="d">deslocar: d</button> <span>dígitos prontos: teclas 0 a 9</span></div><p aria-live="polite"></p>'
const [board, bars, row, , status] = block.children
bars.innerHTML = [...Array(10).keys()].map((digit) => `<b>${digit}</b><i></i><span></span>`).join('')

const pixels = new Float32Array(SIZE * SIZE)
const key = `digito ${location.pathname}`
// Pinta uma imagem de números de 0 (papel) a `most` (tinta).
const paint = (canvas, side, most, at) => {
  canvas.width = canvas.height = side
  const picture = new ImageData(side, side)
  for (let i = 0; i < side * side; i++) picture.data[4 * i + 3] = Math.min(255, 255 * at(i) / most)
  canvas.getContext('2d').putImageData(picture, 0, 0)
}
const draw = () => {
  const { probabilities: sure, maps } = block.predict(pixels), best = sure.indexOf(Math.max(...sure))
  paint(board, SIZE, 1, (i) => pixels[i])
  sure.forEach((each, digit) => {
    const [, bar, text] = [...bars.children].slice(3 * digit)
    bar.style.cssText = `width: ${100 * each}%; opacity: ${digit === best ? 1 : 0.45}`
    text.textContent = `${Math.round(100 * each)}\u00a0%`
  })
  const most = Math.max(...maps.data) || 1
  ;[...row.children].forEach((canvas, map) => paint(canvas, maps.rows, most, (i) => maps.data[i * maps.depth + map]))
  board.ariaLabel = status.textContent = `A rede vê um ${best}, com ${bars.children[3 * best + 2].textContent}.`
}
const change = (number) => {
  pixels.set(pixels.map(number))
  draw()
  try {
    localStorage.setItem(key, pixels.map((each) => Math.round(255 * each)))
  } catch { /* sem memória do navegador não há outra janela com que combinar */ }
}
addEventListener('storage', (event) => {
  if (event.key !== key || !event.newValue) return
  pixels.set(event.newValue.split(',').map((each) => each / 255))
  draw()
})

let pen
const stroke = (event) => {
  const box = board.getBoundingClientRect()
  const to = [SIZE * (event.clientX - box.left) / box.width, SIZE * (event.clientY - box.top) / box.height]
  const [fromX, fromY] = pen ?? to, [x, y] = [to[0] - fromX, to[1] - fromY]
  const length = x * x + y * y || 1
  pen = to
  change((each, i) => {
    const [right, down] = [i % SIZE + 0.5 - fromX, Math.floor(i / SIZE) + 0.5 - fromY]
    const near = Math.max(0, Math.min(1, (right * x + down * y) / length)) // o ponto do traço mais perto deste
    return Math.max(each, Math.min(1, 1.9 - Math.hypot(right - near * x, down - near * y)))
  })
}
board.onpointerdown = (event) => {
  board.setPointerCapture(event.pointerId)
  pen = undefined
  stroke(event)
}
board.onpointermove = (event) => { if (event.buttons) stroke(event) }

const example = (digit) => (_, i) => examples[digit * SIZE * SIZE + i] / 255
const act = (name) => {
  const before = pixels.slice()
  const number = { x: () => 0, i: (each) => 1 - each, d: (_, i) => i % SIZE < 5 ? 0 : before[i - 5] }[name]
    ?? (/^\d$/.test(name) && example(name))
  if (number) change(number)
  return number
}
block.onclick = (event) => { act(event.target.dataset.key) }
addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || !block.closest('.bespoke-marp-active')) return
  if (act(event.key.toLowerCase())) event.stopImmediatePropagation()
}, true)
pixels.set(pixels.map(example(7)))
requestIdleCallback(draw) // o primeiro slide não espera por esta conta
