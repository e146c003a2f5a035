"""Survivors that are explained: tests/mutants/explained.yaml."""

import dataclasses
import fnmatch

import yaml

WORDS = {"exercise", "program", "operator", "line", "differs", "reason"}


def as_list(value):
    return [] if value is None else value if isinstance(value, list) else [str(value)]


@dataclasses.dataclass(eq=False)
class Rule:
    """What is not said matches everything."""

    number: int
    exercise: list
    program: list
    operator: list
    line: list  # one of these stands in the line that was changed
    differs: list  # nothing but these parts differs
    reason: str

    def might_match(self, mutant):
        pairs = ((self.exercise, mutant.program.exercise), (self.program, mutant.program.name), (self.operator, mutant.operator))
        return all(not patterns or any(fnmatch.fnmatchcase(value, one) for one in patterns) for patterns, value in pairs) \
            and (not self.line or any(one in mutant.line for one in self.line))

    def matches(self, outcome):
        return self.might_match(outcome.mutant) and (not self.differs or outcome.parts <= set(self.differs))

    def __str__(self):
        said = {word: getattr(self, word) for word in ("exercise", "program", "operator", "line", "differs")}
        return f"rule {self.number} ({', '.join(f'{word} {value}' for word, value in said.items() if value)})"


def rules_of(text):
    rules = []
    for number, entry in enumerate(yaml.safe_load(text) or [], start=1):
        unknown = set(entry) - WORDS
        if unknown or not str(entry.get("reason", "")).strip() or len(entry) < 2:
            raise ValueError(f"rule {number}: {'unknown word ' + ', '.join(sorted(unknown)) if unknown else 'needs a reason, and what it is for'}")
        lists = {word: as_list(entry.get(word)) for word in WORDS - {"reason"}}
        rules.append(Rule(number=number, reason=str(entry["reason"]).strip(), **lists))
    return rules


def rule_for(outcome, rules):
    return next((rule for rule in rules if rule.matches(outcome)), None)


def stale(rules, made, outcomes, whole):
    """Rules that match nothing any more, as far as this can be told from the part that was run.

    `made` are all mutants of the exercises that were run, `outcomes` those of the mutants that were run, and `whole` says
    whether these are all exercises.
    """
    run = {outcome.mutant for outcome in outcomes}
    exercises = {mutant.program.exercise for mutant in made}
    for rule in rules:
        if not whole and not (rule.exercise and all(one in exercises for one in rule.exercise)):
            continue
        candidates = [mutant for mutant in made if rule.might_match(mutant)]
        if any(mutant not in run for mutant in candidates):
            continue
        if not any(outcome.kind in ("survivor", "rejected") and rule.matches(outcome) for outcome in outcomes):
            yield rule
