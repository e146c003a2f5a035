// What the names in a class's hand-ins say: whose it is, and whether it was late. Pure.
//
// Canvas     leeann_LATE_1234_5678_server.py     name, user, attachment, the file's own name
// Moodle     Ann Lee_1234_assignsubmission_file_/  (or, without folders, the file's own name behind it)
// Gradescope submission_1234/                    who that is stands in submission_metadata.yml
// others     a folder, a file or an archive, called after the student
#pragma once

#include <string>
#include <string_view>

namespace sockgrade::batch {

struct NameParts {
    enum class Form { plain, canvas, moodle, gradescope };
    Form form = Form::plain;
    std::string student;
    std::string id;    // may be empty
    std::string file;  // the file's own name, where the entry is one of a student's files
    bool late = false;
    bool passed_over = false;  // not a program: what Moodle exports beside files
    bool is_typed = false;     // a text that was typed into Moodle's form, which is passed over
};

// `name`: of a file or a folder in the folder of the class.
NameParts parts_of_name(std::string_view name, bool is_folder);

// The name without the number that Canvas adds to a file that was handed in again ("server-2.py"), and that
// number; 0 when there is none.
struct Again {
    std::string file;
    int number = 0;
};
Again handed_in_again(std::string_view file);

// Without the ending, and without both of "hw.tar.gz".
std::string stem_of(std::string_view file);

// zip, tar, 7z ... by its name.
bool is_archive_name(std::string_view file);

// A name for a folder on any disk, unlike any other that is made of another name.
std::string file_name_of(std::string_view key);

}  // namespace sockgrade::batch
