

#include "diagnoses/case_view.hh"
#include "diagnoses/gap_reports.hh"
#include "diagnoses/words.hh"

namespace sockgrade::diagnoses {

using namespace fmt::literals;

// The receiver's first number is 0, and it takes it for one that was before.
std::optional<model::Diagnosis> awaits_one_first(const CaseView& view) {
    GapRules rules;
    rules.first = GapRules::First::one;
    GapRules as_doubled = rules;
    as_doubled.small = GapRules::Small::all_doubled;
    return works_like(view, {rules, as_doubled}, "Your program awaits 1 before anything has come.",
                      "The first number is 0: begin with expected = 0.");
}

// What comes first is the beginning.
std::optional<model::Diagnosis> begins_with_what_comes_first(const CaseView& view) {
    GapRules as_doubled;
    as_doubled.small = GapRules::Small::all_doubled;
    GapRules rules;
    rules.first = GapRules::First::whatever_comes;
    GapRules both = as_doubled;
    both.first = GapRules::First::whatever_comes;
    return works_like(view, {rules, both},
                      "Your program takes the first number that comes for the beginning, so that nothing is "
                      "missing before it.",
                      "Counting begins with 0, also when 0 is lost. Begin with expected = 0.", {as_doubled});
}

// Of a gap of several numbers the first is reported.
std::optional<model::Diagnosis> reports_the_first_of_a_gap_only(const CaseView& view) {
    GapRules rules;
    rules.gap = GapRules::Gap::first_only;
    return works_like(
        view, {rules},
        "Where several numbers in a row are missing, your program reports the first of them only.",
        "When you await 2 and 5 comes, then 2, 3 and 4 are missing: for lost in range(expected, number)");
}

// Its first number and its last, as "from" and "to".
std::optional<model::Diagnosis> reports_the_ends_of_a_gap_only(const CaseView& view) {
    GapRules rules;
    rules.gap = GapRules::Gap::ends_only;
    return works_like(
        view, {rules},
        "Where several numbers in a row are missing, your program reports the first and the last of them.",
        "When you await 2 and 5 comes, then 2, 3 and 4 are missing: for lost in range(expected, number)");
}

// The number that came is called missing with the others.
std::optional<model::Diagnosis> reports_one_too_many(const CaseView& view) {
    GapRules rules;
    rules.gap = GapRules::Gap::with_the_one_that_came;
    return works_like(view, {rules}, "Your program calls the number missing that has just come.",
                      "When you await 2 and 3 comes, only 2 is missing. Look at the end of the loop: "
                      "range(expected, number) ends before number; in C, < and not <=.");
}

// The size of a gap, or of all gaps, in place of the numbers.
std::optional<model::Diagnosis> reports_how_many(const CaseView& view) {
    GapRules as_doubled;
    as_doubled.small = GapRules::Small::all_doubled;
    GapRules size;
    size.gap = GapRules::Gap::how_many;
    GapRules sum;
    sum.gap = GapRules::Gap::how_many_so_far;
    GapRules size_as_doubled = as_doubled;
    size_as_doubled.gap = GapRules::Gap::how_many;
    GapRules sum_as_doubled = as_doubled;
    sum_as_doubled.gap = GapRules::Gap::how_many_so_far;
    return works_like(view, {size, sum, size_as_doubled, sum_as_doubled},
                      "Your program reports how many numbers are missing, and not which.",
                      "Print each of them: for lost in range(expected, number): print(\"missing\", lost)",
                      {as_doubled});
}

// After a gap it still awaits what was missing.
std::optional<model::Diagnosis> awaits_the_missing_one(const CaseView& view) {
    GapRules first;
    first.moves_on = false;
    first.gap = GapRules::Gap::first_only;
    GapRules each;
    each.moves_on = false;
    return works_like(
        view, {first, each},
        "After a gap your program still awaits the number that is missing, so that whatever comes seems to "
        "have a gap before it.",
        "After number has come, the next is number + 1, whatever was missing before: expected = number + 1");
}

// A late or doubled number sets what is awaited back.
std::optional<model::Diagnosis> goes_back_with_a_small_number(const CaseView& view) {
    GapRules as_late;
    as_late.small = GapRules::Small::all_late;
    GapRules as_doubled;
    as_doubled.small = GapRules::Small::all_doubled;
    GapRules rules;
    rules.goes_back = true;
    GapRules back_as_late = as_late;
    back_as_late.goes_back = true;
    GapRules back_as_doubled = as_doubled;
    back_as_doubled.goes_back = true;
    return works_like(view, {rules, back_as_late, back_as_doubled},
                      "After a late or doubled number your program goes on counting from there, and what had "
                      "come already is missing once more.",
                      "Only a number that is greater than all before changes what you await. After a late or "
                      "doubled one it stays as it was.",
                      {as_late, as_doubled});
}

// Whatever is too small is doubled.
std::optional<model::Diagnosis> calls_late_ones_doubled(const CaseView& view) {
    GapRules rules;
    rules.small = GapRules::Small::all_doubled;
    return works_like(view, {rules}, "Your program called a number doubled that came for the first time.",
                      "Remember which numbers are missing, in a set: one of them that comes is late. All "
                      "others that are smaller than the one you await have come before: they are doubled.");
}

// Whatever is too small is late, or what does not come right after the first copy.
std::optional<model::Diagnosis> calls_doubled_ones_late(const CaseView& view) {
    GapRules again;
    again.forgets_late_ones = false;
    GapRules rules;
    rules.small = GapRules::Small::all_late;
    return works_like(
        view, {rules}, "Your program called a number late that had come before.",
        "Remember which numbers are missing, in a set, or all that have come. One that is missing and comes "
        "is late; one that has come before is doubled, however long ago that was.",
        {again});
}

// What was late is late once more.
std::optional<model::Diagnosis> keeps_late_ones_missing(const CaseView& view) {
    GapRules rules;
    rules.forgets_late_ones = false;
    return works_like(view, {rules}, "Your program called a number late again that was late before.",
                      "A late number has come, and is missing no more: take it out of the set of missing "
                      "numbers, missing.discard(number). Its next copy is doubled.");
}

// One character is taken for the number.
std::optional<model::Diagnosis> takes_the_first_digit(const CaseView& view) {
    GapRules rules;
    rules.number = GapRules::Number::first_digit;
    return works_like(view, {rules}, "Your program takes the first digit for the number: to it, 10 is 1.",
                      "The number is everything before the first space: number, text = "
                      "data.decode().split(\" \", 1), and then int(number)");
}

// The order of text is not that of numbers.
std::optional<model::Diagnosis> compares_numbers_as_text(const CaseView& view) {
    GapRules rules;
    rules.number = GapRules::Number::text;
    return works_like(
        view, {rules}, "Your program compares the numbers as text, where 10 comes before 9.",
        "Turn the text into a number before you compare: int(number), atoi(), Integer.parseInt(), Number()");
}

// The texts are printed, and no number is looked at.
std::optional<model::Diagnosis> reports_nothing(const CaseView& view) {
    const auto gaps = gaps_of(view);
    if (!gaps || !gaps->printed.empty()) return std::nullopt;
    const std::vector<GapReport> due = gap_reports(gaps->came, {});
    if (due.empty()) return std::nullopt;
    // Nothing but what is missing before the first one that came.
    const bool only_before = due == gap_reports({gaps->came.front()}, {});
    return say<words::reports_nothing>(
        gaps->evidence,
        Hint{only_before
                 ? "Before anything has come your program awaits 0, whatever comes first: begin with "
                   "expected = 0, and compare the first number with it too."
                 : "Take the number from the beginning of each datagram and compare it with the one that you "
                   "await."},
        "due"_a = in_words(due));
}

}  // namespace sockgrade::diagnoses
