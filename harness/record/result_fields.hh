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

template <class Io>
void fields(Io& io, Is<model::Diagnosis> auto& value) {
    auto& [id, message, hint, evidence] = value;
    io("id", id);
    io("message", message);
    io("hint", hint);
    io("evidence", evidence);
}

template <class Io>
void fields(Io& io, Is<model::SmallestStory> auto& value);

template <class Io>
void fields(Io& io, Is<model::CaseResult> auto& value) {
    auto& [id, title, level, verdict, points, max_points, cause, summary, findings, diagnoses, hint,
           reproduce, duration_ms, transcripts, shown_transcript, smallest, blamed, question, is_hidden,
           for_a_person] = value;
    io("id", id);
    io("title", title);
    io("level", level);
    io("verdict", verdict);
    io("points", points);
    io("max_points", max_points);
    io("cause", cause);
    io("summary", summary);
    io("findings", findings);
    io("diagnoses", diagnoses);
    io("hint", hint);
    io("reproduce", reproduce);
    io("duration_ms", duration_ms);
    io("transcripts", transcripts);
    io("shown_transcript", shown_transcript);
    io("smallest", smallest);
    io("blamed", blamed);
    io("question", question);
    io("hidden", is_hidden);
    io("for_a_person", for_a_person);
}

template <class Io>
void fields(Io& io, Is<model::SmallestStory> auto& value) {
    auto& [repeats, is_complete, runs, story, remains, left_out, run] = value;
    io("repeats", repeats);
    io("complete", is_complete);
    io("runs", runs);
    io("story", story);
    io("remains", remains);
    io("left_out", left_out);
    io("run", run);
}

template <class Io>
void fields(Io& io, Is<model::ProgramOfRole> auto& value) {
    auto& [role, program] = value;
    io("role", role);
    io("program", program);
}

template <class Io>
void fields(Io& io, Is<model::Result> auto& value) {
    auto& [exercise, title, program, programs, seed, isolation, verdict, score, max_score, duration_ms, notes,
           cases] = value;
    io("exercise", exercise);
    io("title", title);
    io("program", program);
    io("programs", programs);
    io("seed", seed);
    io("isolation", isolation);
    io("verdict", verdict);
    io("score", score);
    io("max_score", max_score);
    io("duration_ms", duration_ms);
    io("notes", notes);
    io("cases", cases);
}

}  // namespace sockgrade::record
