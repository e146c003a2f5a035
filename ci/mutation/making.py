"""From the programs that a spec accepts to their mutants."""

import random
import warnings

from mutation import braces_breaks, harmless, python_breaks
from mutation.model import LANGUAGES, Program, mutant_of


def programs_of(root, exercise):
    """The programs that the spec accepts. A pair's are folders of two, each of which is graded with the other."""
    folder = root / "tests/programs" / exercise / "accepted"
    found = [Program(exercise, path) for path in sorted(folder.iterdir())] if folder.is_dir() else []
    return [program for program in found if program.sources()]


def parses(text):
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(text, "mutant", "exec")
    except (SyntaxError, ValueError):
        return False
    return True


def changes_of(text, language):
    if language == "python":
        yield from python_breaks.changes(text)
        yield from harmless.python_changes(text)
    else:
        yield from braces_breaks.changes(text, language)
        yield from harmless.brace_changes(text, language)


def mutants_of(program):
    """Each text once, in the order of the operators. What Python cannot parse is left out here; compilers say it later."""
    for file in program.sources():
        text = file.read_text(encoding="utf-8")
        language = LANGUAGES[file.suffix]
        seen = {text}
        for change in changes_of(text, language):
            mutant = mutant_of(program, file, text, change)
            if mutant.after not in seen and (language != "python" or parses(mutant.after)):
                seen.add(mutant.after)
                yield mutant


def sample(mutants, limit, seed):
    """At most so many, the same for the same seed, in their order."""
    if not limit or len(mutants) <= limit:
        return mutants
    chosen = random.Random(seed).sample(range(len(mutants)), limit)
    return [mutants[at] for at in sorted(chosen)]
