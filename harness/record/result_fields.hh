// What stands in a saved result: fields.hh goes on.
#pragma once

#include "model/result.hh"
#include "record/event_fields.hh"

namespace sockgrade::record {

template <class Io>
void fields(Io& io, Is<model::Finding> auto& value) {
    // Not recorded: which step asked for it is for diagnoses, which are part of the same result.
    [[maybe_unused]] auto& [requirement, status, cause, awaited, got, detail, notes, evidence, step] = value;
    io("requirement", requirement);
    io("status", status);
    io("cause", cause);
    io("awaited", awaited);
    io("got", got);
    io("detail", detail);
    io("notes", notes);
    io("evidence", evidence);
}

RECORD(model::Diagnosis, id, message, hint, evidence)

template <class Io>
void fields(Io& io, Is<model::SmallestStory> auto& value);

RECORD(model::CaseResult, id, title, level, verdict, points, max_points, cause, summary, findings, diagnoses,
       hint, reproduce, duration_ms, transcripts, shown_transcript, smallest, blamed, question, hidden,
       for_a_person)
RECORD(model::SmallestStory, repeats, complete, runs, story, remains, left_out, run)
RECORD(model::ProgramOfRole, role, program)
RECORD(model::Result, exercise, title, program, programs, seed, isolation, verdict, score, max_score,
       duration_ms, notes, cases)

}  // namespace sockgrade::record
