// The examples of the tables, each put where it may stand: into files of which one has to load.
#pragma once

#include <fmt/format.h>

#include <sstream>
#include <string>
#include <vector>

#include "tests/unit/language/chapters.hh"

namespace sockgrade::language {

enum class File { spec, questions, assignment, faults };

struct Example {
    const Place* place;  // null: a step of one word
    std::string name;
    std::string text;
    File file = File::spec;
};

inline std::vector<Example> examples() {
    std::vector<Example> all;
    for (const Chapter& chapter : chapters()) {
        const bool is_question = chapter.roots == std::vector<const Place*>{&kQuestionsFile};
        const bool is_assignment = chapter.roots == std::vector<const Place*>{&kAssignmentFile};
        if (chapter.words != nullptr)
            for (const Word& word : chapter.words->words)
                all.push_back({nullptr, std::string(word.name), std::string(word.example)});
        for (const Place* const place : Collector::places_of(chapter))
            for (const Key& key : place->keys)
                all.push_back({place, fmt::format("{}.{}", place->name, key.name), std::string(key.example),
                               place == &kFaultsFile ? File::faults
                               : is_question         ? File::questions
                               : is_assignment       ? File::assignment
                                                     : File::spec});
    }
    return all;
}

inline std::string indented(const std::string& text, const std::string& by) {
    std::istringstream in(text);
    std::string out;
    for (std::string line; std::getline(in, line);) out += by + line + '\n';
    return out;
}

// A map of these keys and, of the usual ones, those that it lacks.
inline std::string filled_up(const std::string& keys, const std::vector<std::string>& usual) {
    std::string all;
    for (const std::string& one : usual) {
        const std::string key = one.substr(0, one.find(':') + 1);
        if (!keys.starts_with(key)) all += one + '\n';
    }
    return all + keys + '\n';
}

struct World {
    std::string program;
    std::string begin;  // steps before those of an example
};

// Programs of every kind, and how far a conversation with them has come.
inline std::vector<World> worlds(const std::string& actor) {
    std::vector<World> all;
    const auto add = [&](const char* roles, const char* transport, std::vector<std::string> beginnings) {
        for (const std::string& begin : beginnings) {
            std::string steps = begin;
            for (std::size_t at = 0; (at = steps.find("ACTOR")) != std::string::npos;)
                steps.replace(at, 5, actor);
            all.push_back(
                {fmt::format("{{ role: {}, transport: {}, message: \"hi {{word}}\" }}", roles, transport),
                 steps});
        }
    };
    add("server", "udp", {"", "- ACTOR: { send: hello }\n"});
    add("server", "tcp", {"", "- ACTOR: connect\n", "- ACTOR: connect\n- ACTOR: { send: hello }\n"});
    add("client", "udp", {"", "- ACTOR: expect-given\n"});
    add("client", "tcp", {"", "- ACTOR: accept\n", "- ACTOR: accept\n- ACTOR: expect-given\n"});
    add("peer", "tcp", {"- ACTOR: connect\n"});
    add("tool", "tcp", {""});
    return all;
}

inline std::string actor_in(const std::string& steps) {
    for (const char* actor : {"server", "sender", "receiver"})
        if (steps.find(fmt::format("- {}:", actor)) != std::string::npos) return actor;
    return "client";
}

inline std::string spec_with(const std::string& program, const std::string& case_keys) {
    return "exercise: e\ntitle: t\nfields: { seq: \"{seq}\" }\nformats: { ack: [{ op: u2, is: 4 }, { "
           "block: u2 }], data: [{ op: u2, is: 3 }, { block: u2 }, { body: rest }] }\nbegin: { login: "
           "[program: exits] "
           "}\nprogram: " +
           program + "\ncases:\n  - { id: connects, title: t, steps: [program: exits] }\n  -\n" +
           indented(case_keys, "    ");
}

inline const std::vector<std::string>& usual_case() {
    static const std::vector<std::string> kUsual{"id: c", "title: t", "steps: [program: exits]"};
    return kUsual;
}

inline std::vector<std::string> files_with_steps(const std::string& steps) {
    std::vector<std::string> files;
    for (const World& world : worlds(actor_in(steps)))
        for (const char* end : {"", "- program: exits\n"})
            for (const char* more : {"", "vary: { size: [1024, 20000] }\n",
                                     "ports: { count: 9, listening: 3 }\n", "interfaces: [1]\n"})
                files.push_back(
                    spec_with(world.program, fmt::format("id: c\ntitle: t\n{}steps:\n{}", more,
                                                         indented(world.begin + steps + "\n" + end, "  "))));
    return files;
}

inline std::vector<std::string> files_with_fault(const std::string& fault) {
    std::vector<std::string> files;
    const std::string sends = "- client: { send_each: { count: 5, text: \"{n}\" } }\n";
    for (const char* expects :
         {"- client: { expect: { each: sent, order: any, copies: any } }\n", "- program: exits\n"})
        files.push_back(spec_with("{ role: server, transport: udp }", "id: c\ntitle: t\nfaults:\n" +
                                                                          indented(fault, "  ") + "steps:\n" +
                                                                          indented(sends + expects, "  ")));
    files.push_back(
        spec_with("{ role: sender, transport: udp, message: hi, retries: 9 }",
                  "id: c\ntitle: t\nfaults:\n" + indented(fault, "  ") + "steps: [receiver: expect-given]"));
    return files;
}

inline std::vector<std::string> files_with_case_keys(const std::string& keys) {
    std::vector<std::string> files;
    for (const World& world : worlds("client"))
        for (const char* steps :
             {"steps: [program: exits]",
              "steps: [client: { send: hello }, client: { expect: { each: sent } }]",
              "steps: [client: { send: { words: \"{size}\" } }, client: { expect: { each: sent } }]"})
            files.push_back(spec_with(world.program, filled_up(keys, {"id: c", "title: t", steps})));
    return files;
}

inline std::vector<std::string> files_with_top_keys(const std::string& keys) {
    std::vector<std::string> files;
    for (const char* steps :
         {"[program: exits]", "[receiver: accept, receiver: expect-given]", "[receiver: expect-given]",
          "[server: accept, server: expect-anything]", "[server: expect-anything]"}) {
        std::vector<std::string> usual{"exercise: udp-sender", "title: t",
                                       "program: { role: server, transport: udp }",
                                       fmt::format("cases: [{{ id: c, title: t, steps: {} }}]", steps)};
        if (keys.starts_with("pair:")) usual.erase(usual.begin() + 2);
        files.push_back(filled_up(keys, usual));
    }
    return files;
}

inline std::vector<std::string> files_with(const Example& example) {
    if (example.file == File::faults) return {filled_up(example.text, {"faults: []"})};
    const Scene scene = example.place == nullptr ? Scene::steps : example.place->scene;
    if (example.file == File::questions)
        return scene == Scene::file
                   ? std::vector{filled_up(
                         example.text, {"exercise: udp-sender", "questions: [{ id: q, ask: A, open: x }]"})}
                   : std::vector{
                         "exercise: udp-sender\nquestions:\n  -\n" +
                             indented(filled_up(example.text, {"id: q", "ask: A"}), "    "),
                         "exercise: udp-sender\nquestions:\n  -\n" +
                             indented(filled_up(example.text, {"id: q", "ask: A", "number: { right: 1 }"}),
                                      "    ")};
    if (example.file == File::assignment)
        return {scene == Scene::file
                    ? filled_up(example.text,
                                {"assignment: a", "exercises: [tcp-sender]", "due: 2026-03-12 23:59"})
                    : "assignment: a\nexercises:\n  -\n" +
                          indented(filled_up(example.text, {"exercise: tcp-sender"}), "    ")};
    switch (scene) {
        case Scene::file:
            return files_with_top_keys(example.text);
        case Scene::program:
            return {
                spec_with("\n" + indented(filled_up(example.text, {"role: client", "transport: udp"}), "  "),
                          "id: c\ntitle: t\nsteps: [program: exits]")};
        case Scene::a_case:
            return files_with_case_keys(example.text);
        case Scene::faults:
            return files_with_fault(example.text);
        case Scene::steps:
        case Scene::question:
            break;
    }
    return files_with_steps(example.text);
}

}  // namespace sockgrade::language
