// block: o que está entre {% call script(…) %} e {% endcall %}; values: os valores do trecho que o slide pediu.
const escolha = Object.assign(document.createElement('input'), { type: 'range', min: 0, max: 3, step: 0.1, value: 1 })
const resposta = document.createElement('p')
escolha.ariaLabel = 'x'
escolha.style.width = '600px'
const mostrar = () => {
  const y = values.inclinacao * escolha.value + values.altura
  resposta.textContent = `x = ${escolha.value.replace('.', ',')}: a reta responde ${y.toFixed(2).replace('.', ',')}`
}
escolha.addEventListener('input', mostrar)
escolha.addEventListener('keydown', (event) => event.stopPropagation())
block.replaceChildren(escolha, resposta)
mostrar()
