#pragma once
// Measures paragraphs and remembers what it measured, since a frame asks for the same few again and
// again. The answers depend on the paragraph alone, so remembering does not make anything less
// pure.

#include <memory>
#include <string>
#include <unordered_map>

#include "text/typesetter.hpp"

namespace ebbflow::frame {

/// One thread only, as the typesetter.
class Ruler {
public:
    explicit Ruler(std::shared_ptr<const text::Typesetter> typesetter)
        : typesetter_(std::move(typesetter)) {}

    [[nodiscard]] const text::Measure& measure(const text::Paragraph& paragraph) const;
    /// For the painter, which sets the same words.
    [[nodiscard]] const std::shared_ptr<const text::Typesetter>& shared() const {
        return typesetter_;
    }

private:
    std::shared_ptr<const text::Typesetter> typesetter_;
    mutable std::unordered_map<std::string, text::Measure> known_;
};

}  // namespace ebbflow::frame
