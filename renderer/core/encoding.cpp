#include "core/encoding.hpp"

#include <cassert>
#include <memory>

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include "core/utf8.hpp"

namespace ebbflow::core {

namespace {

struct Closer {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, Closer>;

Converter converterOf(const std::string& name) {
    UErrorCode status = U_ZERO_ERROR;
    // An empty name would mean the machine's own encoding.
    if (name.empty()) return nullptr;
    return Converter(ucnv_open(name.c_str(), &status));
}

}  // namespace

bool knowsEncoding(const std::string& name) {
    return converterOf(name) != nullptr;
}

std::optional<std::string> toUtf8(std::string_view bytes, const std::string& encoding) {
    const Converter converter = converterOf(encoding);
    assert(converter != nullptr);
    UErrorCode status = U_ZERO_ERROR;
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                        &status);
    const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                  converter.get(), status);
    if (U_FAILURE(status)) return std::nullopt;
    std::string utf8;
    return text.toUTF8String(utf8);
}

bool isUtf8(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t length = utf8Length(bytes, at);
        if (length == 0) return false;
        at += length;
    }
    return true;
}

}  // namespace ebbflow::core
