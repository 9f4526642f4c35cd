def test_keras_stands_between_the_code_and_the_three_backends(snippet):
    height = {text.get_text(): text.get_position()[1] for text in snippet.ax.texts}
    assert height["seu código"] > height["Keras"] > height["TensorFlow"] > height["CPU"]
    assert height["TensorFlow"] == height["JAX"] == height["PyTorch"]
