#pragma once
// Measures paragraphs and remembers what it measured, since frames ask for the same few again and
// again. The answers depend on the paragraph alone, so remembering does not make anything less
// pure. Any number of threads may ask at the same time.

#include <memory>

#include "text/typesetter.hpp"

namespace ebbflow::text {

class Ruler {
public:
    explicit Ruler(std::shared_ptr<const Typesetter> typesetter);

    [[nodiscard]] Measure measure(const Paragraph& paragraph) const;
    /// For the painter, which sets the same words.
    [[nodiscard]] const std::shared_ptr<const Typesetter>& typesetter() const {
        return typesetter_;
    }

private:
    class Memory;
    std::shared_ptr<const Typesetter> typesetter_;
    std::shared_ptr<Memory> memory_;
};

}  // namespace ebbflow::text
