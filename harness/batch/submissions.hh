// The hand-ins of a class: who handed in what, from a folder or an archive as course systems export it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "batch/roster.hh"
#include "batch/shard.hh"
#include "system/temporary_folder.hh"

namespace sockgrade::batch {

// A file or a folder of a hand-in, and what it is called there.
struct HandedFile {
    std::string path;  // on the disk
    std::string name;  // "" for a folder that is the hand-in
};

struct Submission {
    std::string key;  // unlike every other of the class, and the same at every run
    std::string id;   // may be empty
    std::string name;
    bool late = false;
    std::vector<HandedFile> files;  // empty: on the class list, but nothing came
    std::string fingerprint;        // of all that was handed in
    std::string participant{};      // Moodle's number, which is no id
    // A sentence, where no file came and that may not be all: there is a hand-in that is nobody's, or a text
    // that was typed into a form.
    std::string unclear{};
    std::optional<DateTime> handed_in{};
    std::string entry{};  // what it is called in the export: of several files, the last
};

struct OwnNote {
    std::string key;
    std::string text;
};

struct Class {
    std::vector<Submission> submissions;  // in the order of their names
    std::vector<std::string> notes;       // what was refused, or looked at in another way than it seems
    std::vector<OwnNote> own_notes{};     // about one hand-in
    std::vector<std::string> nobodys{};   // keys of hand-ins that fit nobody on the class list
    std::shared_ptr<const system::TemporaryFolder> unpacked;  // of an export that is one archive
};

// `path`: a folder with a folder, a file or an archive for each student, or an archive with that. UsageError
// when there is no such thing, or nobody in it. `times`: a table that says when each was handed in, which
// goes before what the list and the export say. Only the hand-ins of the shard are read: those of the others
// have no fingerprint.
Class find_submissions(const std::string& path, const std::vector<RosterEntry>& roster,
                       const std::vector<RosterEntry>& times = {}, const Shard& shard = {});

}  // namespace sockgrade::batch
