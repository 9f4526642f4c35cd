import io
import re

import pikepdf

from engine.formats.slides import finish_pdf


def finished(document, folder):
    out = io.BytesIO()
    document.save(out)
    return finish_pdf(out.getvalue(), folder, lambda opened: None)


def test_a_pdf_says_no_time_and_its_bytes_depend_on_its_content_alone(tmp_path):
    def pdf(date):
        document = pikepdf.new()
        document.add_blank_page()
        document.docinfo["/CreationDate"] = document.docinfo["/ModDate"] = date
        return finished(document, tmp_path)

    first, second = pdf("D:20200101000000Z"), pdf("D:20260101000000Z")
    assert first == second
    assert not re.search(rb"D:20\d\d", first)


def test_a_link_into_the_folder_becomes_relative_and_any_other_is_left_alone(tmp_path):
    addresses = [(tmp_path / "x.ipynb").as_uri(), "https://keras.io/", (tmp_path.parent / "y").as_uri()]
    document = pikepdf.new()
    page = document.add_blank_page()
    page.Annots = pikepdf.Array()
    for address in addresses:
        action = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String(address))
        link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, A=action)
        page.Annots.append(document.make_indirect(link))
    with pikepdf.open(io.BytesIO(finished(document, tmp_path))) as pdf:
        assert [str(note.A.URI) for note in pdf.pages[0].Annots] == ["./x.ipynb", *addresses[1:]]


def test_the_number_from_which_a_browser_counts_the_nodes_of_a_page_makes_no_difference(tmp_path):
    def pdf(first):
        document = pikepdf.new()
        names = [pikepdf.String(f"node{first + n:08d}") for n in (0, 7)]
        heads = [document.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructElem, ID=name)) for name in names]
        cell = pikepdf.Dictionary(A=[pikepdf.Dictionary(Headers=pikepdf.Array(names[1:]))])
        document.Root["/Cells"] = pikepdf.Array([*heads, cell])
        document.Root["/Title"] = pikepdf.String("node 12")
        return finished(document, tmp_path)

    assert pdf(240) == pdf(99241)
    with pikepdf.open(io.BytesIO(pdf(240))) as opened:
        first, second, cell = opened.Root["/Cells"]
        shown = [str(first.ID), str(second.ID), str(cell.A[0].Headers[0])]
    assert shown == ["node00000000", "node00000001", "node00000001"]
