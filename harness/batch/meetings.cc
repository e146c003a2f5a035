#include "batch/meetings.hh"

#include <exception>
#include <map>
#include <optional>
#include <utility>

#include "base/error.hh"
#include "base/fingerprint.hh"
#include "batch/programs.hh"
#include "grading/pair.hh"
#include "grading/side_by_side.hh"
#include "record/result_json.hh"
#include "system/interruption.hh"

namespace sockgrade::batch {

namespace {

constexpr const char* kNoProgram = "none";

// A student's program of one role, or why there is none.
struct Half {
    Program program;
    std::optional<build::Built> built;
    std::string message;
};

struct Visitor {
    const Submission* submission;
    Prepared prepared;
    Half dialling;
    Half listening;
};

Half half_of(const Work& work, const Part& part, const model::Spec& spec, const Prepared& prepared) {
    Half half;
    if (!prepared.refusal().empty()) {
        half.message = prepared.refusal();
        return half;
    }
    try {
        half.program = find_program(work, part, spec, prepared);
        half.built = build_one(work, spec, half.program);
    } catch (const NotGraded& why) {
        half.message = why.message;
    }
    return half;
}

std::string fingerprint_of(const Visitor& one, const Visitor& other) {
    Fingerprint both;
    both.add(one.submission->fingerprint);
    both.add(other.submission->fingerprint);
    return both.to_string();
}

const model::CaseResult* first_without_a_pass(const model::Result& result) {
    for (const model::CaseResult& one : result.cases)
        if (one.level == model::Level::must && one.verdict == result.verdict) return &one;
    return nullptr;
}

class MeetingRunner {
  public:
    MeetingRunner(Store& store, const Work& work, const Part& part, const Meetings& how)
        : store_(store), work_(work), part_(part), how_(how) {
        for (MeetingRow& row : store.meetings())
            if (row.exercise == part.spec.exercise) known_[{row.dialling, row.listening}] = std::move(row);
    }

    void invite(const Submission& submission) {
        if (submission.files.empty()) return;
        Visitor visitor{&submission, Prepared(submission), {}, {}};
        visitor.dialling = half_of(work_, part_, part_.spec.halves.at(0), visitor.prepared);
        visitor.listening = half_of(work_, part_, part_.spec.halves.at(1), visitor.prepared);
        visitors_.push_back(std::move(visitor));
    }

    void run() {
        for (const Visitor& one : visitors_)
            for (const Visitor& other : visitors_)
                if (is_to_run(one, other)) meetings_.push_back({&one, &other});
        how_.found(meetings_.size());
        grading::SideBySide side_by_side;
        side_by_side.jobs = how_.jobs;
        side_by_side.may_start = how_.may_start;
        side_by_side.done = [&](std::size_t i, const std::string& text) { keep(meetings_[i], text); };
        grading::side_by_side(meetings_.size(), side_by_side, [&](std::size_t i, const grading::Tell&) {
            try {
                return meet(*meetings_[i].first, *meetings_[i].second);
            } catch (const system::Interrupted&) {
                return std::string();
            } catch (const std::exception& error) {
                return std::string(error.what());
            }
        });
    }

  private:
    using Pair = std::pair<const Visitor*, const Visitor*>;

    bool is_to_run(const Visitor& one, const Visitor& other) const {
        const auto found = known_.find({one.submission->key, other.submission->key});
        return found == known_.end() || found->second.fingerprint != fingerprint_of(one, other) ||
               found->second.seed != work_.how.seed || found->second.verdict == "inconclusive";
    }

    std::string meet(const Visitor& one, const Visitor& other) const {
        model::Result result;
        if (one.dialling.built && other.listening.built) {
            grading::GradeOptions how = work_.how;
            how.runs.jobs = 1;
            result =
                grading::grade_pair(part_.spec,
                                    {{one.dialling.program.shown, build::copy_of(*one.dialling.built)},
                                     {other.listening.program.shown, build::copy_of(*other.listening.built)}},
                                    how);
            for (model::CaseResult& each : result.cases) each.transcripts.clear();
        }
        return record::result_to_json(result);
    }

    void keep(const Pair& pair, const std::string& text) {
        if (text.empty()) return;  // it was interrupted with us
        const auto& [one, other] = pair;
        MeetingRow row;
        row.exercise = part_.spec.exercise;
        row.dialling = one->submission->key;
        row.listening = other->submission->key;
        row.fingerprint = fingerprint_of(*one, *other);
        row.seed = work_.how.seed;
        if (!one->dialling.built || !other->listening.built) {
            row.verdict = kNoProgram;
            row.summary = one->dialling.built ? other->listening.message : one->dialling.message;
        } else {
            read(text, row);
        }
        store_.put_meeting(row);
        how_.stored(row);
    }

    static void read(const std::string& text, MeetingRow& row) {
        try {
            const model::Result result = record::result_from_json(text);
            row.verdict = to_string(result.verdict);
            if (const model::CaseResult* one = first_without_a_pass(result);
                one != nullptr && result.verdict != model::Verdict::passed) {
                row.blamed = one->blamed;
                row.summary = one->summary;
            }
        } catch (const UsageError&) {
            row.verdict = to_string(model::Verdict::inconclusive);
            row.summary = "The grader failed: " + text;
        }
    }

    Store& store_;
    const Work& work_;
    const Part& part_;
    const Meetings& how_;
    std::map<std::pair<std::string, std::string>, MeetingRow> known_;
    std::vector<Visitor> visitors_;
    std::vector<Pair> meetings_;
};

}  // namespace

void run_meetings(Store& store, const Work& work, const Part& part,
                  const std::vector<const Submission*>& students, const Meetings& how) {
    MeetingRunner runner(store, work, part, how);
    for (const Submission* one : students) runner.invite(*one);
    runner.run();
}

}  // namespace sockgrade::batch
