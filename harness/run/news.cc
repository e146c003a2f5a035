#include "run/news.hh"

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>

namespace sockgrade::run {

namespace {

class News {
  public:
    News(Stage& stage, std::set<std::string> actors) : stage_(stage) {
        for (const std::string& actor : actors) looked_at_[actor] = 0;
    }

    std::size_t count() {
        for (auto& [actor, looked_at] : looked_at_) {
            const auto& received = stage_.peers.udp().received(actor);
            // A peer that has moved to another port begins anew there.
            if (looked_at > received.size()) looked_at = 0;
            for (; looked_at < received.size(); ++looked_at)
                seen_.emplace(actor, std::hash<std::string>()(received[looked_at].bytes));
        }
        return seen_.size();
    }

  private:
    Stage& stage_;
    std::map<std::string, std::size_t> looked_at_;
    std::set<std::pair<std::string, std::size_t>> seen_;
};

}  // namespace

std::function<std::size_t()> news_of_reacting_peers(Stage& stage) {
    std::set<std::string> actors;
    for (const model::Step& step : stage.plan.steps)
        if (std::holds_alternative<model::Whenever>(step.action)) actors.insert(step.actor);
    if (actors.empty() || stage.is_tcp()) return {};
    return [news = std::make_shared<News>(stage, std::move(actors))] { return news->count(); };
}

}  // namespace sockgrade::run
