import subprocess
import sys


def test_every_slide_of_the_deck_passes_every_check(root, dist, slides):
    done = subprocess.run([sys.executable, "build.py", "check"], cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith(f"{len(slides)} slides checked: nothing is wrong\n")
