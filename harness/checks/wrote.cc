#include <fmt/format.h>

#include "base/text.hh"
#include "checks/check.hh"
#include "checks/difference.hh"
#include "checks/silence.hh"
#include "formats/fit.hh"
#include "model/expected.hh"
#include "telling/step.hh"

namespace sockgrade::checks {

using model::Cause;
using model::event::FileSeen;
using Status = model::Finding::Status;

namespace {

// As it lay there at the end of the step.
const model::Event* seen_at(const Question& question, const std::string& path) {
    const std::vector<model::Event>& events = question.reading.transcript().events;
    for (std::size_t i = question.at.range.end; i-- > question.at.range.begin;) {
        const auto* seen = std::get_if<FileSeen>(&events[i].what);
        if (seen != nullptr && seen->path == path) return &events[i];
    }
    return nullptr;
}

void fail(model::Finding& finding, Cause cause, std::string got, std::string detail) {
    finding.status = Status::not_met;
    finding.cause = cause;
    finding.got = std::move(got);
    finding.detail = std::move(detail);
}

void judge_content(model::Finding& finding, const model::Wanted& wanted, const FileSeen& seen) {
    const bool is_whole = seen.size == seen.bytes.size();
    finding.got = quote(seen.bytes) + (is_whole ? "" : fmt::format(" ... ({})", count_of(seen.size, "byte")));
    if (wanted.is_pattern) {
        if (is_whole && formats::fit(wanted, seen.bytes)) return;
        return fail(finding, Cause::wrong_content, finding.got, "It says something else.");
    }
    const std::string& bytes = wanted.message.bytes;
    const Difference difference =
        model::is_exact(wanted.message) ? compare_bytes(bytes, seen.bytes) : compare(bytes, seen.bytes);
    finding.notes = difference.notes;
    if (difference.same && is_whole) return;
    finding.notes.clear();
    if (seen.size == 0 && !bytes.empty())
        return fail(
            finding, Cause::missing, "an empty file",
            "It was opened, and nothing was written to it, or not yet: what a program writes may lie in its "
            "buffer until it closes or flushes the file.");
    fail(finding, is_whole ? difference.cause : Cause::extra, finding.got, difference.detail);
}

}  // namespace

model::Finding wrote(const Question& question, const model::FileWanted& file) {
    model::Finding finding;
    finding.requirement =
        fmt::format("The {} has written the file {}.", question.program(), quote(file.path));
    finding.awaited = telling::describe(file.content);
    const model::Event* const event = seen_at(question, file.path);
    if (event == nullptr) {
        explain_silence(finding, question.reading, question.at, nullptr, Cause::missing);
        return finding;
    }
    finding.evidence = {event->number};
    const auto& seen = std::get<FileSeen>(event->what);
    switch (seen.kind) {
        case FileSeen::Kind::nothing:
            if (question.reading.ended(question.at.range.end))
                explain_silence(finding, question.reading, question.at, nullptr, Cause::missing);
            // Who still runs has nothing to wait for here: what it waits in explains nothing.
            finding.status = Status::not_met;
            if (!finding.cause) finding.cause = Cause::missing;
            finding.got = "no such file";
            finding.detail = fmt::format("There is no {} in the folder that the {} was started in. {}",
                                         quote(file.path), question.program(), finding.detail);
            break;
        case FileSeen::Kind::file:
            judge_content(finding, file.content, seen);
            break;
        case FileSeen::Kind::other:
            fail(finding, Cause::wrong_content, "something else",
                 "A folder, a link or a pipe has this name; a plain file was asked for.");
            break;
        case FileSeen::Kind::unreadable:
            fail(finding, Cause::wrong_content, "a file that may not be read",
                 "Its permissions keep everybody from reading it.");
            break;
    }
    return finding;
}

}  // namespace sockgrade::checks
