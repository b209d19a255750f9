#include "remote/osc_message.hpp"

#include <lo/lo.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <memory>

#include <fmt/format.h>

namespace ebbflow::remote {

namespace {

constexpr std::string_view kRoot = "/ebbflow/", kBundle{"#bundle\0", 8};
constexpr std::size_t kBundleHead = 16;  ///< its word and its time
constexpr int kDeepest = 4;              ///< bundles within bundles

struct FreeMessage {
    void operator()(void* message) const { lo_message_free(message); }
};
using Message = std::unique_ptr<void, FreeMessage>;

std::uint32_t bigEndian(std::string_view bytes) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<std::uint8_t>(bytes[i]);
    return value;
}

/// The number that lies at `bytes`, where OSC aligns to four bytes only.
template <typename Number>
std::string numberAt(const char* bytes) {
    Number number;
    std::memcpy(&number, bytes, sizeof number);
    return fmt::format("{}", number);
}

/// Nothing of a kind that no command is told.
std::optional<std::string> textOf(char type, const char* argument) {
    switch (type) {
        case LO_INT32:
            return numberAt<std::int32_t>(argument);
        case LO_INT64:
            return numberAt<std::int64_t>(argument);
        case LO_FLOAT:
            return numberAt<float>(argument);
        case LO_DOUBLE:
            return numberAt<double>(argument);
        case LO_STRING:
        case LO_SYMBOL:
            return std::string(argument);
        default:
            return std::nullopt;
    }
}

void addMessage(std::string_view bytes, std::vector<OscMessage>& messages) {
    if (!bytes.starts_with(kRoot) || bytes.find('\0') == std::string_view::npos) return;
    // It is read where it lies, and liblo asks for memory that may be written.
    std::string own(bytes);
    const Message message(lo_message_deserialise(own.data(), own.size(), nullptr));
    if (!message) return;
    OscMessage read;
    read.name = std::string(bytes.substr(kRoot.size(), bytes.find('\0') - kRoot.size()));
    std::ranges::replace(read.name, '/', ' ');
    const std::string_view types = lo_message_get_types(message.get());
    lo_arg** arguments = lo_message_get_argv(message.get());
    for (std::size_t i = 0; i < types.size(); ++i) {
        const auto* const argument = reinterpret_cast<const char*>(arguments[i]);
        if (auto text = textOf(types[i], argument)) read.arguments.push_back(std::move(*text));
    }
    if (read.arguments == std::vector<std::string>{"1"}) read.button = OscMessage::Button::pressed;
    if (read.arguments == std::vector<std::string>{"0"}) read.button = OscMessage::Button::released;
    messages.push_back(std::move(read));
}

void addAll(std::string_view bytes, int depth, std::vector<OscMessage>& messages) {
    if (!bytes.starts_with(kBundle)) return addMessage(bytes, messages);
    if (bytes.size() < kBundleHead || depth >= kDeepest) return;
    bytes.remove_prefix(kBundleHead);
    while (bytes.size() >= 4) {
        const std::size_t size = bigEndian(bytes);
        bytes.remove_prefix(4);
        if (size > bytes.size()) return;
        addAll(bytes.substr(0, size), depth + 1, messages);
        bytes.remove_prefix(size);
    }
}

std::string serialised(const std::string& name, lo_message message) {
    const Message owned(message);
    const std::string path = std::string(kRoot) + name;
    std::string bytes(lo_message_length(message, path.c_str()), '\0');
    lo_message_serialise(message, path.c_str(), bytes.data(), nullptr);
    return bytes;
}

}  // namespace

std::vector<OscMessage> oscMessages(std::string_view datagram) {
    std::vector<OscMessage> messages;
    addAll(datagram, 0, messages);
    return messages;
}

std::string oscText(const std::string& name, const std::string& text) {
    lo_message message = lo_message_new();
    lo_message_add_string(message, text.c_str());
    return serialised(name, message);
}

std::string oscState(const live::Status& status) {
    lo_message message = lo_message_new();
    lo_message_add_string(message, status.state.c_str());
    lo_message_add_float(message, static_cast<float>(status.time.seconds()));
    lo_message_add_int32(message, static_cast<std::int32_t>(status.chapter));
    lo_message_add_int32(message, static_cast<std::int32_t>(status.step));
    lo_message_add_string(message, status.language.c_str());
    lo_message_add_int32(message, status.black ? 1 : 0);
    return serialised("now", message);
}

}  // namespace ebbflow::remote
