// Diagnoses of programs that look for gaps in a row of numbers.
#include "diagnoses/gap_reports.hh"
#include "failed_case.hh"

namespace sockgrade::diagnoses {
namespace {

// A receiver got datagrams with these numbers, in this order, and printed `output`.
FailedCase gaps(const std::vector<int>& numbers, const std::string& output, Cause cause = Cause::extra) {
    FailedCase one(Role::receiver, Transport::udp, cause);
    one.opened("sender", 40000);
    for (const int number : numbers)
        one.add(event::Delivered{"sender",
                                 model::Direction::to_program,
                                 0,
                                 1,
                                 std::to_string(number) + " text",
                                 event::Delivered::Way::usual,
                                 {"127.0.0.1", 40000}});
    one.prints(output).proof();
    model::Prints never;  // what nothing that is printed fits
    never.what = model::Prints::What::pattern;
    never.pattern = "missing no such line";
    return one.step(model::kProgram, never, WaitEnd::quiet);
}

std::vector<std::string> row(const std::vector<int>& numbers) {
    std::vector<std::string> datagrams;
    for (const int number : numbers) datagrams.push_back(std::to_string(number) + " text");
    return datagrams;
}

std::string due(const std::vector<int>& numbers) { return in_words(gap_reports(row(numbers), {})); }

TEST(GapReports, OfADetectorThatIsRight) {
    EXPECT_EQ(due({0, 1, 2, 3}), "nothing");
    EXPECT_EQ(due({0, 1, 4, 6}), "missing 2, missing 3, missing 5");
    EXPECT_EQ(due({1}), "missing 0");
    EXPECT_EQ(due({0, 1, 1, 2, 0}), "doubled 1, doubled 0");
    EXPECT_EQ(due({0, 2, 1, 1, 3}), "missing 1, late 1, doubled 1");
    EXPECT_EQ(due({8, 10, 9, 11}),
              "missing 0, missing 1, missing 2, missing 3, missing 4, missing 5, missing 6, missing 7, ...");
    EXPECT_TRUE(gap_reports({"", "no number", "99999999999999999999 text", "4000000000 text"}, {}).empty());
}

TEST(GapReports, NothingIsSaidOfARightOne) {
    const auto right = gaps({0, 2, 1}, "Missing: 1\nlate 1\n");
    for (const DiagnosisKind& kind : catalog()) EXPECT_EQ(said(kind.look, right), "") << kind.name;
}

TEST(ReportsTheEndsOfAGapOnly, WhereOneStandsBetweenThem) {
    EXPECT_THAT(said(reports_the_ends_of_a_gap_only, gaps({0, 4}, "missing 1\nmissing 3\n")),
                HasSubstr("the first and the last of them. It reported missing 1, missing 3"));
    EXPECT_EQ(said(reports_the_ends_of_a_gap_only, gaps({0, 4}, "missing 1\n")), "");
    EXPECT_EQ(said(reports_the_ends_of_a_gap_only, gaps({0, 3}, "missing 1\nmissing 2\n")), "");
}

TEST(AwaitsOneFirst, AndCallsZeroLateOrDoubled) {
    EXPECT_THAT(said(awaits_one_first, gaps({0, 1, 2}, "late 0\n")),
                HasSubstr("awaits 1 before anything has come. It reported late 0, where nothing was due"));
    EXPECT_THAT(said(awaits_one_first, gaps({0, 1, 2}, "doubled 0\n")), HasSubstr("expected = 0"));
    EXPECT_EQ(said(awaits_one_first, gaps({0, 1, 2}, "doubled 1\n")), "");
}

TEST(BeginsWithWhatComesFirst, SoNothingIsMissingBefore) {
    EXPECT_THAT(said(begins_with_what_comes_first, gaps({2, 4}, "missing 3\n")),
                HasSubstr("where missing 0, missing 1, missing 3 was due"));
    EXPECT_EQ(said(begins_with_what_comes_first, gaps({0, 2}, "missing 2\n")), "");
}

TEST(ReportsTheFirstOfAGapOnly, OfSeveral) {
    EXPECT_THAT(said(reports_the_first_of_a_gap_only, gaps({0, 3, 5}, "missing 1\nmissing 4\n")),
                HasSubstr("the first of them only"));
    EXPECT_EQ(said(reports_the_first_of_a_gap_only, gaps({0, 3, 5}, "missing 1\n")), "");
}

TEST(ReportsOneTooMany, TheOneThatCame) {
    EXPECT_THAT(said(reports_one_too_many, gaps({0, 2}, "missing 1\nmissing 2\n")),
                HasSubstr("calls the number missing that has just come"));
    EXPECT_EQ(said(reports_one_too_many, gaps({0, 2}, "missing 1\nmissing 3\n")), "");
}

TEST(ReportsHowMany, InOneGapOrInAll) {
    EXPECT_THAT(said(reports_how_many, gaps({0, 3, 7}, "missing 2\nmissing 3\n")), HasSubstr("how many"));
    EXPECT_THAT(said(reports_how_many, gaps({0, 3, 7}, "missing 2\nmissing 5\n")), HasSubstr("how many"));
    EXPECT_EQ(said(reports_how_many, gaps({0, 3, 7}, "missing 2\nmissing 4\n")), "");
}

TEST(AwaitsTheMissingOne, SoEverythingHasAGapBeforeIt) {
    EXPECT_THAT(said(awaits_the_missing_one, gaps({0, 2, 3}, "missing 1\nmissing 1\n")),
                HasSubstr("still awaits the number that is missing"));
    EXPECT_THAT(said(awaits_the_missing_one, gaps({0, 2, 3}, "missing 1\nmissing 1\nmissing 2\n")),
                HasSubstr("still awaits the number that is missing"));
    EXPECT_EQ(said(awaits_the_missing_one, gaps({0, 2, 3}, "missing 1\nmissing 2\n")), "");
}

TEST(GoesBackWithASmallNumber, AndMissesWhatHasCome) {
    EXPECT_THAT(said(goes_back_with_a_small_number, gaps({0, 2, 1, 3}, "missing 1\nlate 1\nmissing 2\n")),
                HasSubstr("goes on counting from there"));
    EXPECT_EQ(said(goes_back_with_a_small_number, gaps({0, 2, 1, 3}, "missing 1\nlate 1\nmissing 3\n")), "");
}

TEST(CallsOneTheOther, WhateverIsTooSmall) {
    const std::vector<int> both{0, 2, 1, 2, 3};
    EXPECT_THAT(said(calls_late_ones_doubled, gaps(both, "missing 1\ndoubled 1\ndoubled 2\n")),
                HasSubstr("called a number doubled that came for the first time"));
    EXPECT_EQ(said(calls_doubled_ones_late, gaps(both, "missing 1\ndoubled 1\ndoubled 2\n")), "");
    EXPECT_THAT(said(calls_doubled_ones_late, gaps(both, "missing 1\nlate 1\nlate 2\n")),
                HasSubstr("called a number late that had come before"));
    EXPECT_EQ(said(calls_late_ones_doubled, gaps(both, "missing 1\nlate 1\nlate 2\n")), "");
}

TEST(CallsDoubledOnesLate, ACopyThatComesMuchLater) {
    EXPECT_THAT(said(calls_doubled_ones_late, gaps({0, 1, 2, 0}, "late 0\n")),
                HasSubstr("called a number late that had come before. It reported late 0, where doubled 0"));
    EXPECT_EQ(said(goes_back_with_a_small_number, gaps({0, 1, 2, 0}, "late 0\n")), "");
}

TEST(KeepsLateOnesMissing, AndCallsThemLateAgain) {
    EXPECT_THAT(said(keeps_late_ones_missing, gaps({0, 2, 1, 1}, "missing 1\nlate 1\nlate 1\n")),
                HasSubstr("late again that was late before"));
    EXPECT_EQ(said(calls_doubled_ones_late, gaps({0, 2, 1, 1}, "missing 1\nlate 1\nlate 1\n")), "");
    EXPECT_EQ(said(keeps_late_ones_missing, gaps({0, 2, 1, 1}, "missing 1\nlate 1\nlate 2\n")), "");
}

TEST(TakesTheFirstDigit, TenIsOne) {
    const std::vector<int> up_to_ten{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    EXPECT_THAT(said(takes_the_first_digit, gaps(up_to_ten, "doubled 1\n")), HasSubstr("10 is 1"));
    EXPECT_EQ(said(takes_the_first_digit, gaps(up_to_ten, "doubled 10\n")), "");
}

TEST(ComparesNumbersAsText, TenComesBeforeNine) {
    const std::vector<int> up_to_ten{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    EXPECT_THAT(said(compares_numbers_as_text, gaps(up_to_ten, "late 10\n")), HasSubstr("10 comes before 9"));
    EXPECT_EQ(said(compares_numbers_as_text, gaps(up_to_ten, "late 9\n")), "");
}

TEST(ReportsNothing, WhereSomethingIsDue) {
    EXPECT_THAT(said(reports_nothing, gaps({0, 2}, "0 text\n2 text\n", Cause::missing)),
                HasSubstr("reported nothing, where missing 1 was due"));
    EXPECT_EQ(said(reports_nothing, gaps({0, 2}, "missing 7\n", Cause::missing)), "");
    EXPECT_EQ(said(reports_nothing, gaps({0, 1}, "0 text\n", Cause::missing)), "");
    // Words that only look like it.
    EXPECT_THAT(said(reports_nothing, gaps({0, 2}, "lately 3\ntranslate 4\nmissing\n", Cause::missing)),
                HasSubstr("reported nothing"));
}

TEST(ReportsNothing, OfTheBeginning) {
    EXPECT_THAT(said(reports_nothing, gaps({1, 2}, "1 text\n2 text\n", Cause::missing)),
                HasSubstr("whatever comes first"));
    EXPECT_THAT(said(reports_nothing, gaps({1, 3}, "1 text\n3 text\n", Cause::missing)),
                HasSubstr("Take the number"));
}

TEST(GapReports, OfAProgramThatHasEndedNothingIsSaid) {
    FailedCase one = gaps({0}, "0 text\n", Cause::crashed);
    one.transcript.events.pop_back();
    one.exited(1);
    one.transcript.plan.steps.clear();
    model::Prints never;
    never.what = model::Prints::What::pattern;
    never.pattern = "missing 1";
    one.step(model::kProgram, never, WaitEnd::program_ended);
    EXPECT_EQ(said(reports_nothing, one), "");
}

TEST(GoesBackWithASmallNumber, IsToldFromOneTooMany) {
    // The same reports in another order speak of another mistake.
    const auto back = gaps({0, 1, 3, 2, 4}, "missing 2\nlate 2\nmissing 3\n");
    EXPECT_NE(said(goes_back_with_a_small_number, back), "");
    EXPECT_EQ(said(reports_one_too_many, back), "");
}

TEST(GapReports, OtherExercisesAreLeftAlone) {
    EXPECT_EQ(said(reports_nothing, shown("2 text", "hello", Cause::missing, Transport::udp)), "");
}

}  // namespace
}  // namespace sockgrade::diagnoses
