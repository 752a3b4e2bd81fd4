// Prints in seven languages: fonts are embedded, the words can be found again, the code can be read back, right to left stands at the right.
#include "platform/pdf/pdf.h"
#include "platform/pdf/qr.h"

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <memory>
#include <set>
#include <sstream>
#include <unistd.h>

namespace {

/// A folder with one PDF in it, and the tools of poppler and zbar to look at it.
class Printed {
public:
    explicit Printed(pdf::Document const& document) {
        std::string name = "/tmp/naast-pdf-XXXXXX";
        folder_ = mkdtemp(name.data());
        std::ofstream{folder_ + "/a.pdf"} << pdf::render(document);
    }
    ~Printed() { std::filesystem::remove_all(folder_); }
    std::string said(std::string const& command) const {
        std::unique_ptr<FILE, decltype(&pclose)> pipe{popen(("cd " + folder_ + " && " + command + " 2>/dev/null").c_str(), "r"), pclose};
        std::string all;
        for (std::array<char, 4096> part{}; auto count = fread(part.data(), 1, part.size(), pipe.get());) all.append(part.data(), count);
        return all;
    }
    int pages() const { return std::stoi("0" + said("pdfinfo a.pdf | sed -n 's/^Pages: *//p'")); }

private:
    std::string folder_;
};

std::set<std::string> words(std::string const& text) {
    std::set<std::string> all;
    std::istringstream in{text};
    for (std::string word; in >> word;) all.insert(word);
    return all;
}

pdf::Document small(std::string const& language, std::string const& title, std::string const& line) {
    pdf::Document document;
    document.title = title;
    document.language = language;
    document.right_to_left = language == "ar";
    document.lines = {{pdf::Part::title, title}, {pdf::Part::bullet, line}};
    return document;
}

TEST(Pdf, EmbedsFontsAndKeepsItsWordsInSixLanguages) {
    struct Case {
        char const *language, *title, *line;
    };
    for (auto const& [language, title, line] : {Case{"nl", "Een buddy naast u", "Eén ouder luistert"}, Case{"en", "A buddy beside you", "One parent listens"}, Case{"tr", "Yanınızda bir ebeveyn", "Çocuğunuz için dinler"},
                                                Case{"pl", "Rodzic obok ciebie", "Słucha ciebie źdźbło"}, Case{"uk", "Батьки поруч", "Слухає вас її"}, Case{"ti", "ኣብ ጎድንኹም", "ይሰምዓኩም ተመክሮ"}}) {
        Printed const printed{small(language, title, line)};
        auto const found = words(printed.said("pdftotext -raw a.pdf -"));
        for (auto const& word : words(std::string{title} + " " + line)) EXPECT_TRUE(found.contains(word)) << language << ": " << word;
        auto const fonts = printed.said("pdffonts a.pdf | tail -n +3");
        EXPECT_NE(fonts.find("NotoSans"), std::string::npos) << fonts;
        EXPECT_EQ(printed.said("pdffonts a.pdf | tail -n +3 | awk '{ print $(NF-4) }' | grep -v yes"), "") << "every font is in the file";
    }
}

TEST(Pdf, SetsArabicFromTheRight) {
    // words without لا, which extraction turns around
    Printed const arabic{small("ar", "مساعدة في المدرسة", "يستمع")}, dutch{small("nl", "Hulp op school", "Luistert")};
    auto const found = arabic.said("pdftotext a.pdf -");
    for (auto const* word : {"مساعدة", "المدرسة", "يستمع"}) EXPECT_NE(found.find(word), std::string::npos) << word << "\n"
                                                                                                           << found;
    EXPECT_NE(arabic.said("pdffonts a.pdf").find("NotoSansArabic"), std::string::npos);
    // the words reach from the one margin or from the other
    auto edge = [](Printed const& printed, std::string const& side) { return std::stoi("0" + printed.said("pdftotext -bbox a.pdf - | sed -n 's/.*" + side + "=\"\\([0-9]*\\).*/\\1/p' | sort -n | " + (side == "xMax" ? "tail -n 1" : "head -n 1"))); };
    EXPECT_NEAR(edge(arabic, "xMax"), 595 - 57, 6);
    EXPECT_GT(edge(arabic, "xMin"), 200);
    EXPECT_NEAR(edge(dutch, "xMin"), 57, 6);
    EXPECT_LT(edge(dutch, "xMax"), 395);
}

TEST(Pdf, ACodeIsReadBack) {
    auto document = small("nl", "Poster", "Scan mij");
    document.look = pdf::Look::poster;
    document.code = "https://naast.example/buddy-worden?via=poster";
    document.facts = {{"Bel", "0300 55 01 00"}};
    EXPECT_EQ(Printed{document}.said("pdftoppm -r 150 -png a.pdf a && zbarimg -q --raw a-1.png"), document.code + "\n");
    document.look = pdf::Look::card;
    EXPECT_EQ(Printed{document}.said("pdftoppm -r 300 -png a.pdf a && zbarimg -q --raw a-1.png"), document.code + "\n") << "on a card too";
}

TEST(Pdf, ALongTextGoesOnOnTheNextPageAndAPosterIsSetSmaller) {
    auto document = small("nl", "Lang", "eerste");
    for (int i = 0; i < 120; ++i) document.lines.push_back({pdf::Part::paragraph, "Regel " + std::to_string(i) + " van een lange tekst."});
    Printed const sheet{document};
    EXPECT_GT(sheet.pages(), 1);
    auto const text = sheet.said("pdftotext a.pdf -");
    for (int i = 0; i < 120; ++i) EXPECT_NE(text.find("Regel " + std::to_string(i) + " "), std::string::npos) << i;
    document.lines.resize(16);
    document.look = pdf::Look::poster;
    EXPECT_EQ(Printed{document}.pages(), 1);
    // one word as long as a page breaks, and nothing hangs
    document.lines = {{pdf::Part::title, std::string(20'000, 'x')}};
    document.look = pdf::Look::sheet;
    EXPECT_GE(Printed{document}.pages(), 2);
}

TEST(Pdf, APageMarkBeginsAPage) {
    auto document = small("nl", "Dia’s", "een");
    document.look = pdf::Look::slides;
    document.lines.push_back({pdf::Part::page, ""});
    document.lines.push_back({pdf::Part::title, "Twee"});
    EXPECT_EQ(Printed{document}.pages(), 2);
}

TEST(Pdf, AnEmptyDocumentIsOnePage) { EXPECT_EQ(Printed{pdf::Document{}}.pages(), 1); }

TEST(Qr, HasAWhiteEdgeAsASvgPath) {
    int size = 0;
    auto const code = pdf::qr("naast");
    auto const path = pdf::svg_path(code, size);
    EXPECT_EQ(size, code.width + 8);
    EXPECT_TRUE(path.starts_with("M4 4h1v1h-1z"));
}

} // namespace
