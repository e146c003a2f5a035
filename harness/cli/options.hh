// What the command line says, and the parts of it that several commands share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sockgrade::cli {

struct Options {
    std::string exercise;
    std::string program;
    std::string only_exercise;                          // check, of an assignment: this one alone
    bool is_in_its_folder = false;                      // check: neither was named, the folder says both
    std::map<std::string, std::string> by_role;         // check, of a pair: role -> program
    std::vector<std::string> exercises;                 // list, lint, verify
    std::optional<std::vector<std::string>> arguments;  // behind `--`
    std::string case_id;
    std::optional<std::uint64_t> seed;
    std::string format = "text";
    std::string output;
    std::string spec;
    std::size_t jobs = 0;            // 0: as many as processors
    std::string only;                // parts of a case, as plan/only.hh has them
    std::string questions = "auto";  // check: auto, always, never
    bool blank_answers = false;      // show: an answers.yaml to fill in
    bool shrink = false;
    bool dry_run = false;
    bool first = false;    // check: ends at the first required case that fails
    bool watch = false;    // check: once more whenever a file changes
    std::string language;  // start: of the starter
    std::string folder;    // start: where to
    bool require_isolation = false;
    bool no_quiescence = false;
    bool real_time = false;  // the program's clock does not jump
    bool verbose = false;
    bool show_hidden = false;  // also what students are not shown
    std::string color = "auto";
    std::string transcripts;  // a folder to save them in
    std::string capture;      // a pcapng file, or a folder for one a case
    std::string saved;        // a transcript (rejudge) or a result (report)
    std::size_t seeds = 1;    // verify: so many, one after another

    // Of a class.
    std::vector<std::string> words;  // the command line
    std::string submissions;
    std::string out;
    std::string roster;
    std::string times;       // a table that says when each hand-in came
    std::string overrides;   // grades that were corrected by hand
    std::string assignment;  // report: rules in place of those of the last batch
    std::string layout;      // report: folders and names as a course system takes them back
    bool resume = false;
    std::vector<std::string> students;  // only these
    std::string rerun;                  // failed, inconclusive or a student
    bool points = false;                // report: a row a student, a column an exercise
    std::string grade_book;             // report: a course system's export to fill in
    std::string column;                 // of it
    bool matrix = false;                // of pairs: everybody with everybody
    std::string shard;                  // k/n: the k-th of n parts of the class, or of what is verified
    std::vector<std::string> shards;    // merge: their results
    bool partial = false;               // merge: also where some are missing or not finished
    std::string scratch;                // a folder on a local disk, or "job"; cluster: or "none"
    std::string exit_code = "passed";   // or graded: 0 when everybody has a result, whatever it is

    // What course systems run: their archives.
    std::string release;                // what is put into it; empty: this program
    std::vector<std::string> packages;  // of the machine that it runs on

    // Of a cluster.
    std::string cluster;  // which of them
    std::size_t parts = 0;
    std::size_t cpus = 0;              // of each part; 0: as the cluster gives them
    std::vector<std::string> headers;  // options of its own, each a line in the job's head
    bool submit = false;
};

}  // namespace sockgrade::cli
