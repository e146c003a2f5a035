#include "shrink/ddmin.hh"

#include <algorithm>
#include <iterator>
#include <utility>

namespace sockgrade::shrink {

namespace {

using Offset = Parts::difference_type;

struct Piece {
    Offset begin;
    Offset end;
};

std::vector<Piece> cut(std::size_t size, std::size_t count) {
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i < count; ++i)
        pieces.push_back(
            {static_cast<Offset>(size * i / count), static_cast<Offset>(size * (i + 1) / count)});
    return pieces;
}

}  // namespace

Parts ddmin(Parts all, bool may_be_empty, const Fails& fails) {
    if (may_be_empty && (all.empty() || fails({}))) return {};
    std::size_t count = 2;
    while (all.size() > 1) {
        const std::vector<Piece> pieces = cut(all.size(), count);
        bool is_smaller = false;
        for (const Piece& piece : pieces) {
            Parts alone(all.begin() + piece.begin, all.begin() + piece.end);
            if (!fails(alone)) continue;
            all = std::move(alone);
            count = 2;
            is_smaller = true;
            break;
        }
        // Of two pieces, each is what the other leaves.
        for (std::size_t i = 0; !is_smaller && count > 2 && i < pieces.size(); ++i) {
            Parts rest(all.begin(), all.begin() + pieces[i].begin);
            std::copy(all.begin() + pieces[i].end, all.end(), std::back_inserter(rest));
            if (!fails(rest)) continue;
            all = std::move(rest);
            --count;
            is_smaller = true;
        }
        if (is_smaller) {
            count = std::min(count, all.size());
            continue;
        }
        if (count >= all.size()) break;
        count = std::min(2 * count, all.size());
    }
    return all;
}

}  // namespace sockgrade::shrink
