import io

import pikepdf

from engine.formats.slides import set_outline_titles


def test_an_outline_gets_the_titles_of_its_pages():
    document = pikepdf.new()
    for _ in range(2):
        document.add_blank_page()
    with document.open_outline() as outline:
        outline.root += [pikepdf.OutlineItem("Quando usar", 0), pikepdf.OutlineItem("B", 1)]
        outline.root[0].children.append(pikepdf.OutlineItem("um passo", 0))
    set_outline_titles(document, ["Quando não usar", None])
    out = io.BytesIO()
    document.save(out)
    with pikepdf.open(out) as pdf, pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == ["Quando não usar", "B"]
        assert outline.root[0].children[0].title == "um passo"
