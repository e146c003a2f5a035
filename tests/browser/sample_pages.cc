// sample_pages FOLDER: writes the pages that the browser's tests open.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

#include "reports/catalog.hh"
#include "reports/for_student.hh"
#include "tests/unit/reports/sample_class.hh"
#include "tests/unit/reports/sample_results.hh"

namespace {

using namespace sockgrade;
using namespace sockgrade::reports;

void save(const std::filesystem::path& file, const std::string& page) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream out(file, std::ios::binary);
    out << page;
    out.close();
    if (!out) throw std::runtime_error("can't write " + file.string());
}

// A hidden case among others, as a student gets it.
model::Result with_hidden() {
    model::Result result = samples::failed();
    model::CaseResult secret = result.cases.front();
    secret.id = "the-secret-id";
    secret.title = "The secret title";
    secret.summary = "the secret summary";
    secret.is_hidden = true;
    result.cases.push_back(secret);
    return for_student(result);
}

model::Result with_traceback() {
    model::Result result = samples::failed();
    std::vector<model::Event>& events = result.cases[0].transcripts[0].events;
    const model::event::Printed printed{true,
                                        "Traceback (most recent call last):\n"
                                        "  File \"/tmp/anna/server.py\", line 12, in <module>\n"
                                        "    reply(connection)\n"
                                        "OSError: no\n"};
    events.insert(events.end() - 1, {90, events.back().at_us, printed});
    events.back().number = 91;
    return result;
}

// Several that were not run.
model::Result with_skipped() {
    model::Result result = samples::failed();
    const model::CaseResult skipped = result.cases[1];
    result.cases.push_back(skipped);
    result.cases.push_back(skipped);
    return result;
}

// All that means harm, in each text of a result.
model::Result harmful(const std::string& evil) {
    model::Result result = samples::hostile();
    result.exercise = result.title = result.program = result.isolation = evil;
    result.programs = {{evil, evil}};
    result.notes = {evil};
    for (model::CaseResult& one : result.cases) {
        one.id = one.title = one.summary = one.hint = one.reproduce = one.blamed = evil;
        for (model::Finding& finding : one.findings)
            finding = {evil,
                       finding.status,
                       finding.cause,
                       '"' + evil,
                       '"' + evil + evil,
                       evil + "\n" + evil,
                       {evil},
                       {}};
        for (model::Diagnosis& diagnosis : one.diagnoses)
            diagnosis.message = diagnosis.hint = diagnosis.id = evil;
        for (model::Transcript& transcript : one.transcripts)
            for (model::Event& happened : transcript.events)
                if (auto* printed = std::get_if<model::event::Printed>(&happened.what)) printed->bytes = evil;
    }
    return result;
}

void write_all_pages(const std::filesystem::path& folder) {
    const auto page = [](const model::Result& result) { return format_named("html").render(result, {}); };
    for (const auto& [name, result] : samples::all())
        save(folder / ("student-" + name + ".html"), page(result));
    save(folder / "student-hidden.html", page(with_hidden()));
    save(folder / "student-traceback.html", page(with_traceback()));
    save(folder / "student-skipped.html", page(with_skipped()));
    for (std::size_t i = 0; i < samples::harm().size(); ++i)
        save(folder / ("harmful-" + std::to_string(i + 1) + ".html"), page(harmful(samples::harm()[i])));

    ClassPageOptions options;
    options.page_of = [](const ClassLine& line) {
        return line.outcome == "graded" ? "students/" + line.submission + "/" + line.exercise + ".html" : "";
    };
    options.meetings = {samples::meetings(5)};
    save(folder / "class-small.html", class_page(samples::small_class(), options));
    save(folder / "students/Ann Lee/tcp-capitalize-server.html", page(samples::passed()));
    options.page_of = [](const ClassLine& line) { return line.submission; };
    options.meetings.clear();
    for (const std::string& evil : samples::harm())
        options.meetings.push_back({evil, evil, evil, evil, {evil}, {evil}, {{{"failed", evil, evil}}}});
    save(folder / "class-harmful.html", class_page(samples::harmful_class(), options));
    options.page_of = [](const ClassLine& line) {
        return "students/" + line.submission + "/" + line.exercise + ".html";
    };
    options.meetings = {samples::meetings(30)};
    save(folder / "class-big.html", class_page(samples::big_class(500, 4, 8), options));
    save(folder / "class-empty.html", class_page({}, {}));
}

}  // namespace

int main(int argc, char** argv) try {
    if (argc != 2) {
        std::cerr << "usage: sample_pages FOLDER\n";
        return EXIT_FAILURE;
    }
    write_all_pages(argv[1]);
    return EXIT_SUCCESS;
} catch (const std::exception& error) {
    std::cerr << "sample_pages: " << error.what() << '\n';
    return EXIT_FAILURE;
}
