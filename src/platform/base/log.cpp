#include "platform/base/log.h"

#include "platform/base/clock.h"

#include <fmt/format.h>
#include <memory>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace base::log {
namespace {
std::shared_ptr<spdlog::logger>& logger() {
    static std::shared_ptr<spdlog::logger> its;
    return its;
}
} // namespace

void start(bool to_standard_error) {
    if (!to_standard_error) return logger().reset();
    logger() = std::make_shared<spdlog::logger>("naast", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    logger()->set_pattern("%v");
}

std::string json_string(std::string_view text) {
    std::string out = "\"";
    for (char c : text) {
        auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') (out += '\\') += c;
        else if (byte < 0x20 || byte == 0x7f) out += fmt::format("\\u{:04x}", byte);
        else out += c;
    }
    return out += '"';
}

void write(Level level, std::string_view event, std::initializer_list<std::pair<std::string_view, std::string>> fields) {
    auto to = logger();
    if (!to) return;
    static constexpr std::string_view names[] = {"info", "warning", "error"};
    std::string line = fmt::format(R"({{"at":"{}","level":"{}","event":{})", iso(SystemClock{}.now()), names[static_cast<int>(level)], json_string(event));
    for (auto const& [name, value] : fields) line += fmt::format(",{}:{}", json_string(name), json_string(value));
    to->info("{}}}", line);
    to->flush();
}

} // namespace base::log
