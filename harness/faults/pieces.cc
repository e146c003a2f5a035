#include "faults/pieces.hh"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.hh"
#include "faults/kinds.hh"

namespace sockgrade::faults {

namespace {

class Pieces : public StreamFault {
  public:
    explicit Pieces(model::Pieces pieces) : pieces_(std::move(pieces)) {}

    bool apply(Passage& passage, std::uint64_t offset) override {
        std::vector<Portion> cut;
        bool any = false;
        for (const Portion& portion : passage.portions) {
            for (std::size_t at = 0; at < portion.bytes.size();) {
                const std::uint64_t end = end_of_piece(offset);
                const std::size_t rest = portion.bytes.size() - at;
                const bool is_inside = end - offset < rest;
                const std::size_t size = is_inside ? static_cast<std::size_t>(end - offset) : rest;
                any = any || is_inside;
                cut.push_back({portion.bytes.substr(at, size), portion.alone || end - offset <= rest});
                at += size;
                offset += size;
            }
        }
        passage.portions = std::move(cut);
        return any;
    }

  private:
    // Where the piece ends to which the byte at `offset` belongs.
    std::uint64_t end_of_piece(std::uint64_t offset) const {
        std::uint64_t end = 0;
        for (const std::size_t size : pieces_.first)
            if ((end += size) > offset) return end;
        if (pieces_.each == 0) return UINT64_MAX;
        return end + ((offset - end) / pieces_.each + 1) * pieces_.each;
    }

    model::Pieces pieces_;
};

constexpr std::string_view kPiecesTakes[] = {"bytes"};
constexpr std::string_view kPiecesNeeds[] = {"bytes"};

}  // namespace

std::unique_ptr<StreamFault> make_pieces(const model::Pieces& pieces) {
    return std::make_unique<Pieces>(pieces);
}

const StreamKind kinds::pieces{
    .name = "pieces",
    .summary = "The stream comes in pieces: each leaves when the one before has been read.",
    .step =
        "{ send: MESSAGE, pieces: N } or { send: MESSAGE, pieces: [N, N] } or { reply: MESSAGE, pieces: N }",
    .make =
        [](const model::FaultRule& rule) {
            return make_pieces({{}, rule.detail.bytes});
        },
    .says =
        [](const model::FaultRule& rule, const StreamTarget& target) {
            return fmt::format("hand on what goes {} in pieces of {}, on {}", target.way,
                               count_of(rule.detail.bytes, "byte"), target.which);
        },
    .became =
        [](const Passage& left) {
            return fmt::format("goes on in {}", count_of(left.portions.size(), "piece"));
        },
    .takes = kPiecesTakes,
    .needs = kPiecesNeeds};

}  // namespace sockgrade::faults
