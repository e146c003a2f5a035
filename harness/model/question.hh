// Questions beside a program, and what a student answers: plain data.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/level.hh"

namespace sockgrade::model {

struct Choice {
    std::string text;
    bool is_right = false;
    std::string why;  // it is wrong
};

// A number, or all from one to another.
struct NumberForm {
    double from = 0;
    double to = 0;
    std::string why;  // it is wrong; empty for one that is right
};

struct TextForm {
    std::string text;  // as somebody may write it, or a regular expression
    bool is_pattern = false;
    std::string why;
};

struct Question {
    enum class Kind { choose_one, choose_all, number, text, open };

    std::string id;
    std::string ask;
    std::string section;  // of the handout
    Level level = Level::must;
    int points = 1;
    Kind kind = Kind::open;
    std::vector<Choice> choices{};
    std::vector<NumberForm> right_numbers{};
    std::vector<NumberForm> wrong_numbers{};
    std::vector<TextForm> right_texts{};
    std::vector<TextForm> wrong_texts{};
    // Why a number or a text that is none of those is wrong. Empty: a text is left for a person, since nobody
    // can foresee every right one.
    std::string otherwise{};
    std::string look_for{};  // of an open one: for the person who reads the answer
    std::string hint{};      // for who is wrong
    bool reveal = false;     // a report on a wrong answer shows the right one
};

// As a question says it: "choose-one".
std::string to_string(Question::Kind kind);

// What is written behind one question.
struct Answer {
    std::vector<std::string> items;  // more than one: a list. Empty: nothing stands there
    bool is_readable = true;         // text or a list of texts
    int line = 0;
};

// One answers.yaml.
struct AnswerSheet {
    std::string file;      // as it is named to people
    std::string exercise;  // whose answers they are, where it says so
    std::map<std::string, Answer> answers;
    std::vector<std::string> remarks;  // what is odd about the file and costs nothing
    std::string unreadable;            // why nothing of it can be read; else empty
};

}  // namespace sockgrade::model
