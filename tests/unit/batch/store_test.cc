#include "batch/store.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <filesystem>
#include <fstream>

#include "base/error.hh"
#include "system/system_error.hh"
#include "system/temporary_folder.hh"

namespace sockgrade::batch {
namespace {

using testing::HasSubstr;

class Results : public testing::Test {
  protected:
    std::string out() const { return folder_.path() + "/results"; }
    Store begun(bool resume = false) {
        Store store = Store::open(out(), resume);
        store.begin({"week-1", "Week 1", "class", "print", 7, false},
                    {{"tcp-sender", "A sender", std::nullopt, "f"}, {"udp-sender", "Another", 10, "g"}},
                    {{"ann", "1", "Ann", false, {}, "a"}, {"bo", "2", "Bo", true, {}, "b"}});
        return store;
    }
    static ResultRow row(const std::string& key, const std::string& exercise) {
        ResultRow one;
        one.key = key;
        one.exercise = exercise;
        one.verdict = "passed";
        one.seed = 18'446'744'073'709'551'615U;
        one.build_log = std::string("with\0zero", 9);
        return one;
    }
    static model::Result result_with(const std::vector<std::string>& ids) {
        model::Result result;
        result.notes = {"a note"};
        for (const std::string& id : ids) {
            model::CaseResult& one = result.cases.emplace_back();
            one.id = id;
            one.summary = "what happened in " + id;
        }
        return result;
    }
    std::string refusal(bool resume) {
        try {
            Store::open(out(), resume);
        } catch (const UsageError& error) {
            return error.what();
        }
        return "";
    }

    system::TemporaryFolder folder_;
};

TEST_F(Results, ComeBackAsTheyWere) {
    {
        Store store = begun();
        store.put(row("bo", "udp-sender"), result_with({"first", "second"}));
        store.put(row("ann", "tcp-sender"), {});
    }
    Store store = Store::read(out());
    EXPECT_EQ(store.run_info()->seed, 7U);
    EXPECT_EQ(store.exercises().at(0).points, std::nullopt);
    EXPECT_EQ(store.exercises().at(1).points, 10);
    EXPECT_TRUE(store.students().at(1).late);
    const auto rows = store.results();
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].key, "ann");  // in the order of the class, not of the clock
    EXPECT_EQ(rows[1].seed, 18'446'744'073'709'551'615U);
    EXPECT_EQ(rows[1].build_log.size(), 9U);
    const model::Result result = store.result("bo", "udp-sender");
    EXPECT_EQ(result.notes, std::vector<std::string>{"a note"});
    ASSERT_EQ(result.cases.size(), 2U);
    EXPECT_EQ(result.cases[1].id, "second");
    ASSERT_EQ(store.cases().size(), 2U);
    EXPECT_EQ(store.cases()[0].summary, "what happened in first");
    EXPECT_THROW(store.result("bo", "tcp-sender"), UsageError);
}

TEST_F(Results, AreNotBegunTwice) {
    { Store store = begun(); }
    EXPECT_THAT(refusal(false), HasSubstr("has results already: --resume goes on with them"));
    EXPECT_EQ(refusal(true), "");
    Store store = begun(true);
    EXPECT_EQ(store.run_info()->assignment, "week-1");
}

TEST_F(Results, AreWrittenByOneProcessAtATime) {
    Store store = begun();
    // A lock is a process's, so another one has to ask for it.
    const pid_t other = ::fork();
    if (other == 0) {
        const std::string said = refusal(true);
        const bool right = said.find("another sockgrade (process " + std::to_string(::getppid())) == 0;
        ::_exit(right ? 0 : 1);
    }
    int status = 0;
    ::waitpid(other, &status, 0);
    EXPECT_EQ(status, 0);
    EXPECT_EQ(Store::read(out()).students().size(), 2U);  // to read, nobody has to wait
}

TEST_F(Results, OfANewerSockgradeAreRefused) {
    { Store store = begun(); }
    {
        Database database(out() + "/results.db", Database::Mode::write);
        database.run("PRAGMA user_version=1000");
    }
    EXPECT_THAT(refusal(true), HasSubstr("are of a newer Sockgrade (version 1000 of their format"));
    EXPECT_THROW(Store::read(out()), UsageError);
}

TEST_F(Results, OfAnOlderSockgradeAreRefused) {
    { Store store = begun(); }
    {
        Database database(out() + "/results.db", Database::Mode::write);
        database.run("PRAGMA user_version=1");
    }
    EXPECT_THAT(refusal(true), HasSubstr("are of an older Sockgrade (version 1 of their format"));
}

// Points, due dates and what being late costs are for reports: they change without anything being run.
TEST_F(Results, AreCountedByTheRulesOfTheLastRun) {
    Store store = begun();
    store.put(row("ann", "udp-sender"), {});
    RunInfo info = *store.run_info();
    EXPECT_EQ(info.late, std::nullopt);
    info.late = {10, 2};
    info.leaves_out_missing = true;
    info.overrides = "/course/overrides.csv";
    std::vector<ExerciseRow> exercises = store.exercises();
    exercises[0].points = 5;
    exercises[1].points.reset();
    exercises[1].due = read_date_time("2026-03-12 23:59 +01:00");
    Submission ann{"ann", "1", "Ann", false, {}, "a"};
    ann.handed_in = read_date_time("2026-03-13 00:10 +01:00");
    ann.entry = "ann_7_8_x.py";
    store.begin(info, exercises, {ann});
    ASSERT_TRUE(store.run_info()->late.has_value());
    EXPECT_EQ(store.run_info()->late->percent_a_day, 10U);
    EXPECT_EQ(store.run_info()->late->free_days, 2U);
    EXPECT_TRUE(store.run_info()->leaves_out_missing);
    EXPECT_EQ(store.run_info()->overrides, "/course/overrides.csv");
    EXPECT_EQ(store.exercises().at(0).points, 5);
    EXPECT_EQ(store.exercises().at(1).points, std::nullopt);
    EXPECT_EQ(to_string(*store.exercises().at(1).due), "2026-03-12 23:59 +01:00");
    EXPECT_EQ(to_string(*store.students().at(0).handed_in), "2026-03-13 00:10 +01:00");
    EXPECT_EQ(store.students().at(0).entry, "ann_7_8_x.py");
    // A time stays known as long as the hand-in is the same.
    ann.handed_in.reset();
    store.begin(info, exercises, {ann});
    EXPECT_TRUE(store.students().at(0).handed_in.has_value());
    ann.fingerprint = "another";
    store.begin(info, exercises, {ann});
    EXPECT_FALSE(store.students().at(0).handed_in.has_value());
    EXPECT_EQ(store.results().size(), 1U);
}

TEST_F(Results, OfWhoIsAbsentStayAsLongAsTheyAre) {
    Store store = begun();
    const RunInfo info = *store.run_info();
    const Submission cy{"absent:3", "3", "Cy", false, {}, ""};
    const Submission dee{"absent:4", "4", "Dee", false, {}, ""};
    store.begin(info, store.exercises(), {cy, dee});
    store.put(row("absent:3", "tcp-sender"), {});
    store.put(row("absent:4", "tcp-sender"), {});
    store.begin(info, store.exercises(), {cy});
    ASSERT_EQ(store.results().size(), 1U) << "Dee has come";
    EXPECT_EQ(store.results().at(0).key, "absent:3");
    // Without a class list nobody is known to be absent, and what it said stays.
    store.begin(info, store.exercises(), {{"ann", "", "ann", false, {}, "a"}}, false);
    EXPECT_EQ(store.results().size(), 1U);
    for (const StudentRow& one : store.students()) EXPECT_NE(one.name, "ann");
    EXPECT_EQ(store.students().size(), 3U);
}

// What is known of a program that was not graded to its end is there for this hand-in and this seed only.
TEST_F(Results, OfSomeCasesAreKeptUntilAllAreThere) {
    Store store = begun();
    const auto known = [&](const std::string& fingerprint, std::uint64_t seed) {
        return store.so_far("ann", "tcp-sender", fingerprint, seed).size();
    };
    model::Result part = result_with({"first"});
    part.seed = 18'446'744'073'709'551'615U;
    store.put_so_far({"ann", "tcp-sender", "a", part});
    part.cases.front().id = "second";
    store.put_so_far({"ann", "tcp-sender", "a", part});
    store.put_so_far({"ann", "tcp-sender", "a", part});
    EXPECT_EQ(known("a", part.seed), 2U);
    EXPECT_EQ(known("another", part.seed), 0U);
    EXPECT_EQ(known("a", 7), 0U);
    store.put(row("ann", "tcp-sender"), result_with({"first", "second"}), true);
    EXPECT_EQ(known("a", part.seed), 2U);
    store.put(row("ann", "tcp-sender"), result_with({"first", "second"}));
    EXPECT_EQ(known("a", part.seed), 0U);
    store.put_so_far({"ann", "tcp-sender", "a", part});
    store.mark_to_do(store.results());
    EXPECT_EQ(known("a", part.seed), 0U);
}

TEST_F(Results, OfSomethingElseAreRefused) {
    std::filesystem::create_directories(out());
    std::ofstream(out() + "/thesis.txt") << "x";
    EXPECT_THAT(refusal(false), HasSubstr("is there and has no results in it"));
    std::ofstream(out() + "/results.db") << std::string(5000, 'x');
    EXPECT_THAT(refusal(true), HasSubstr("damaged or something else"));
    EXPECT_THROW(Store::read(folder_.path() + "/nowhere"), UsageError);
    std::filesystem::remove(out() + "/results.db");
    {
        Database database(out() + "/results.db", Database::Mode::write);
        database.run("CREATE TABLE moz_cookies (x)");
    }
    EXPECT_THAT(refusal(true), HasSubstr("a database of something else"));
}

// In a process whose files may not grow: what a disk without room does to a commit.
TEST_F(Results, AFullDiskLosesNothingThatWasThere) {
    const pid_t other = ::fork();
    if (other == 0) {
        Store store = begun();
        store.put(row("ann", "tcp-sender"), {});
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{64 << 10, 64 << 10};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        int refused = 0;
        try {
            store.put(row("bo", "tcp-sender"), result_with({std::string(1 << 20, 'x')}));
        } catch (const system::SystemError& error) {
            refused = error.error_number();
        }
        store.put(row("bo", "udp-sender"), {});  // a small one still fits
        ::_exit(refused == EFBIG || refused == EIO ? 0 : 1);
    }
    int status = 0;
    ::waitpid(other, &status, 0);
    EXPECT_EQ(status, 0);
    Store store = Store::read(out());
    ASSERT_EQ(store.results().size(), 2U);
    EXPECT_EQ(store.result("ann", "tcp-sender").cases.size(), 0U);
    EXPECT_EQ(store.result("bo", "udp-sender").cases.size(), 0U);
}

TEST_F(Results, WhoHasComeIsNoLongerAbsent) {
    {
        Store store = Store::open(out(), false);
        store.begin({"w", "W", "c", "p", 1, false}, {{"tcp-sender", "A", std::nullopt, "f"}},
                    {{"absent:2", "2", "Bo", false, {}, ""}});
        ResultRow missing = row("absent:2", "tcp-sender");
        missing.outcome = Outcome::missing;
        store.put(missing, result_with({"first"}));
    }
    Store store = begun(true);
    EXPECT_TRUE(store.results().empty());
    EXPECT_TRUE(store.cases().empty());
    EXPECT_EQ(store.students().size(), 2U);
}

TEST_F(Results, ADatabaseThatHasLostItsResultsIsNotBegunAnew) {
    begun();
    std::filesystem::resize_file(out() + "/results.db", 0);
    EXPECT_THAT(refusal(true), HasSubstr("is empty or gone, and held results once: put a copy of it back"));
    std::filesystem::remove(out() + "/results.db");
    EXPECT_THAT(refusal(false), HasSubstr("is empty or gone, and held results once"));
}

TEST_F(Results, ARunThatWasKilledBeforeItsFirstResultsIsBegunAnew) {
    Store::open(out(), false);
    std::filesystem::resize_file(out() + "/results.db", 0);
    EXPECT_EQ(refusal(true), "");
}

TEST_F(Results, WhatIsMarkedIsToDo) {
    Store store = begun();
    store.put(row("ann", "tcp-sender"), {});
    store.mark_to_do(store.results());
    EXPECT_TRUE(store.results().front().to_do);
    store.put(row("ann", "tcp-sender"), {});
    EXPECT_FALSE(store.results().front().to_do);
}

}  // namespace
}  // namespace sockgrade::batch
