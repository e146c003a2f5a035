#pragma once

#include <string>
#include <vector>

// What is known of each number.
class History {
public:
    enum class News { expected, ahead, late, doubled };

    News take(std::size_t number)
    {
        if (number < came_.size()) {
            if (came_[number])
                return News::doubled;
            came_[number] = true;
            return News::late;
        }
        firstMissing_ = came_.size();
        came_.resize(number + 1, false);
        came_[number] = true;
        return firstMissing_ == number ? News::expected : News::ahead;
    }
    std::size_t firstMissing() const { return firstMissing_; }

private:
    std::vector<bool> came_;
    std::size_t firstMissing_ = 0;
};
