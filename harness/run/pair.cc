#include "run/pair.hh"

#include <sys/prctl.h>

#include <chrono>
#include <csignal>
#include <exception>
#include <optional>
#include <utility>

#include "run/name_server.hh"
#include "run/pair_link.hh"
#include "run/program.hh"
#include "run/start.hh"
#include "run/typist.hh"
#include "run/waiting.hh"
#include "sandbox/world.hh"
#include "system/event_loop.hh"

namespace sockgrade::run {

using model::Half;
using model::WaitEnd;
namespace event = model::event;

namespace {

// Writes both programs' events and the link's into one transcript, and notes whose they are.
struct PairRecord {
    model::Transcript all;
    std::vector<std::optional<Half>> owners;

    Recorder::Notice notice(std::optional<Half> owner) {
        return [this, owner](const model::Event&) { owners.push_back(owner); };
    }
    Recorder link{all, notice(std::nullopt)};
    Recorder dialling = link.beside(notice(Half::dialling));
    Recorder listening = link.beside(notice(Half::listening));

    void pass_time(std::chrono::nanoseconds time) {
        link.pass_time(time);
        dialling.skip(time);
        listening.skip(time);
    }
};

void end(Program& program, Recorder& record, WaitEnd how, const model::Waits& waits,
         std::chrono::microseconds in_vain) {
    if (const auto flooded = program.flooded()) {
        record(event::Flooded{*flooded});
        how = WaitEnd::flooded;
    } else if (program.ended()) {
        how = WaitEnd::program_ended;
    }
    record(event::StepEnded{0, how, waits, in_vain.count()});
}

model::Waits waits_of(Program& program) {
    return program.ended() ? model::Waits{} : program.waits(program.look());
}

bool close_input(Program& program, Recorder& record) {
    if (program.first_process_ended() || !program.input_is_open()) return false;
    record(event::Coaxed{model::kProgram, event::Coaxed::With::end_of_input});
    program.close_input();
    return true;
}

class Talk {
  public:
    Talk(system::EventLoop& loop, PairRecord& record, const model::PairPlan& plan, PairLink& link)
        : loop_(loop), record_(record), plan_(plan), link_(link) {}

    bool until_listening(Program& listening) {
        Typist typist(listening, plan_.listening);
        Waiting waiting(loop_, listening, plan_.listening, our_part());
        const Waited waited = waiting.wait({.satisfied = [&] { return link_.is_listening(); },
                                            .input = [&] { return typist.type_a_line(); }});
        if (waited.how == WaitEnd::satisfied) return true;
        end(listening, record_.listening, waited.how, waited.waits, waiting.in_vain());
        return false;
    }

    void go_on(Program& dialling, Program& listening) {
        Typist typist(dialling, plan_.dialling);
        Waiting waiting(loop_, dialling, plan_.dialling, our_part());
        waiting.watch_too(listening);
        const auto any_flood = [&] {
            return link_.has_flooded(Half::dialling) || link_.has_flooded(Half::listening);
        };
        Waited waited = waiting.wait({.satisfied = any_flood,
                                      .input =
                                          [&] {
                                              return !dialling.first_process_ended() &&
                                                     !link_.has_spoken(Half::dialling) &&
                                                     typist.type_a_line();
                                          },
                                      .help =
                                          [&] {
                                              return link_.is_due() || link_.release_held() ||
                                                     close_input(dialling, record_.dialling);
                                          },
                                      .progress = [&] { return link_.progress(); }});
        waiting.settle(true);
        if (const auto lost = link_.natural_loss()) record_.link(event::Trouble{*lost});
        for (const Half half : {Half::dialling, Half::listening}) {
            Program& program = half == Half::dialling ? dialling : listening;
            Recorder& record = half == Half::dialling ? record_.dialling : record_.listening;
            const bool floods = link_.has_flooded(half);
            if (floods) record(event::Flooded{plan_.role(other(half)), plan_.dialling.limits.received});
            // A program may rest while the other one keeps on, or floods, which is nothing that it did.
            const bool rests =
                waited.how == WaitEnd::satisfied || waited.how == WaitEnd::flooded ||
                program.look().nothing_can_happen(plan_.dialling.limits.wait, program.timers());
            const WaitEnd how = floods ? WaitEnd::flooded : rests ? WaitEnd::quiet : waited.how;
            end(program, record, how, waits_of(program), waiting.in_vain());
        }
    }

  private:
    OurPart our_part() {
        OurPart part;
        part.nothing_under_way = [this] { return link_.nothing_under_way(); };
        // What a kernel holds back, or asks for again, comes in its own time.
        part.is_coming = [this] { return !link_.nothing_under_way(); };
        part.next_due = [this] { return link_.next_due(); };
        part.pass_time = [this](std::chrono::nanoseconds time) {
            link_.pass_time(time);
            record_.pass_time(time);
        };
        part.stays_real = [this](const event::RealTime& why) { record_.link(why); };
        return part;
    }

    system::EventLoop& loop_;
    PairRecord& record_;
    const model::PairPlan& plan_;
    PairLink& link_;
};

void play_pair(const model::PairPlan& plan, const PairSubmission& submission, sandbox::Level level,
               const sandbox::ControlGroup* group, const GivenFile& given_file, PairRecord& record) {
    Start start_dialling(submission.dialling, level);
    Start start_listening(submission.listening, level);
    sandbox::enter_world(level, submission.dialling.identity);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);

    system::EventLoop loop;
    PairLink link(loop, {record.link, record.dialling, record.listening}, plan, level);
    Talk talk(loop, record, plan, link);
    ProgramOptions options = start_listening.options(plan.listening, GivenFile(model::Given{}), group);
    options.moves_ports = true;
    options.has_company = true;
    NameServer names(loop, plan.dialling, level);
    options.names_at = names.address();
    Program listening(loop, record.listening, options, [&](const observe::SocketCall& call) {
        if (!names.takes(call, record.listening)) link.on_listening_call(call);
    });
    std::optional<event::Trouble> shortage;
    bool is_flooded = false;
    if (talk.until_listening(listening)) {
        ProgramOptions dialling_options = start_dialling.options(plan.dialling, given_file, group);
        dialling_options.ahead = listening.clock().ahead();
        dialling_options.has_company = true;
        dialling_options.names_at = names.address();
        Program dialling(loop, record.dialling, dialling_options, [&](const observe::SocketCall& call) {
            if (!names.takes(call, record.dialling)) link.on_dialling_call(call);
        });
        talk.go_on(dialling, listening);
        link.look_away();
        dialling.stop();
        shortage = dialling.shortage();
        is_flooded = dialling.flooded().has_value();
    }
    listening.stop();
    if (!shortage.has_value()) shortage = listening.shortage();
    // Where one of them has taken it all, that is what there is to say.
    if (shortage.has_value() && !is_flooded && !listening.flooded().has_value()) record.link(*shortage);
}

}  // namespace

model::PairTranscript run_pair(const model::PairPlan& plan, const PairSubmission& submission,
                               sandbox::Level level, const sandbox::ControlGroup* group,
                               const GivenFile& given_file) {
    ::signal(SIGPIPE, SIG_IGN);
    PairRecord record;
    try {
        play_pair(plan, submission, level, group, given_file, record);
    } catch (const std::exception& error) {
        record.link(event::Trouble{error.what()});
    }
    model::PairTranscript transcript{plan, sandbox::to_string(level), {}};
    for (std::size_t i = 0; i < record.all.events.size(); ++i)
        transcript.events.push_back({record.owners.at(i), std::move(record.all.events[i])});
    return transcript;
}

}  // namespace sockgrade::run
