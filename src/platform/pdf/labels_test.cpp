// Labels: one for each address, a new sheet after twenty-four, and a long line that stays on its label.
#include "platform/pdf/labels.h"

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <memory>
#include <unistd.h>

namespace {

std::string looked_at(std::string const& bytes, std::string const& command) {
    std::string folder = "/tmp/naast-labels-XXXXXX";
    folder = mkdtemp(folder.data());
    std::ofstream{folder + "/a.pdf"} << bytes;
    std::string all;
    {
        std::unique_ptr<FILE, decltype(&pclose)> pipe{popen(("cd " + folder + " && " + command + " 2>/dev/null").c_str(), "r"), pclose};
        for (std::array<char, 4096> part{}; auto count = fread(part.data(), 1, part.size(), pipe.get());) all.append(part.data(), count);
    }
    std::filesystem::remove_all(folder);
    return all;
}

TEST(Labels, FillASheetAndGoOnOnTheNext) {
    std::vector<std::vector<std::string>> all;
    for (int i = 1; i <= 25; ++i) all.push_back({"Naam " + std::to_string(i), "Straat " + std::to_string(i), "4201 AB  Wiel"});
    auto const bytes = pdf::labels("Etiketten", all);
    EXPECT_EQ(looked_at(bytes, "pdfinfo a.pdf | sed -n 's/^Pages: *//p'"), "2\n");
    auto const first = looked_at(bytes, "pdftotext -l 1 a.pdf -");
    EXPECT_NE(first.find("Naam 24"), std::string::npos);
    EXPECT_EQ(first.find("Naam 25"), std::string::npos);
    EXPECT_NE(looked_at(bytes, "pdftotext -f 2 a.pdf -").find("Straat 25"), std::string::npos);
}

TEST(Labels, ALongLineIsSetSmallerAndStaysOnItsLabel) {
    auto const bytes = pdf::labels("Etiketten", {{std::string(60, 'W'), "Straat 1", "4201 AB  Wiel"}, {"Buur", "Straat 2", "4201 AB  Wiel"}});
    // the right edge of the first word, in points, lies left of where the next label begins
    auto const box = looked_at(bytes, "pdftotext -bbox a.pdf - | sed -n 's/.*xMax=\"\\([0-9.]*\\)\".*>WWW.*/\\1/p'");
    ASSERT_FALSE(box.empty());
    EXPECT_LT(std::stod(box), 198.4);
}

} // namespace
