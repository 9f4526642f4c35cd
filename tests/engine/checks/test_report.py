from engine.checks import github_annotations
from engine.core.problems import Problem, Slide


def test_github_annotations_stand_at_the_line_and_escape_what_github_reads():
    problems = [
        Problem("slides/a.md", "50 % a, b: c", 3, Slide(2, "T: um, dois")),
        Problem("deck.html", "x\ny"),
    ]
    assert github_annotations(problems) == (
        '::error file=slides/a.md,line=3,title=slide 2 "T%3A um%2C dois"::50 %25 a, b: c\n::error file=deck.html::x%0Ay'
    )
