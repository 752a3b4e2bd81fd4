#include "platform/sheet/sheet.h"

#include <array>
#include <cstdio>
#include <fstream>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <unistd.h>

namespace sheet {
namespace {

/// What another program reads in a workbook: every cell as text, rows by line.
std::string read_back(std::string const& workbook) {
    std::string name = "/tmp/naast-sheet-XXXXXX";
    ::close(mkstemp(name.data()));
    std::ofstream{name, std::ios::binary} << workbook;
    auto const command = "python3 - " + name + R"py( <<'END'
import sys, zipfile, re, html
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
texts = [html.unescape(''.join(re.findall(r'<t[^>]*>(.*?)</t>', si, re.S))) for si in re.findall(r'<si>(.*?)</si>', z.read('xl/sharedStrings.xml').decode(), re.S)]
names = re.findall(r'<sheet name="([^"]*)"', z.read('xl/workbook.xml').decode())
for n, name in enumerate(names, 1):
    print('#' + name)
    text = z.read(f'xl/worksheets/sheet{n}.xml').decode()
    assert '<f>' not in text
    for row in re.findall(r'<row [^>]*>(.*?)</row>', text, re.S):
        print('|'.join(texts[int(v)] if 't="s"' in a else v for a, v in re.findall(r'<c ([^>]*)><v>(.*?)</v>', row)))
END
)py";
    std::string said;
    auto* pipe = ::popen(command.c_str(), "r");
    std::array<char, 4096> part{};
    while (auto got = std::fread(part.data(), 1, part.size(), pipe)) said.append(part.data(), got);
    EXPECT_EQ(::pclose(pipe), 0);
    std::remove(name.c_str());
    return said;
}

TEST(Sheet, CsvOpensInADutchSpreadsheet) {
    EXPECT_EQ(csv({"", {"Kanaal", "Uren"}, {{"poster; aan het hek", 1.5}, {"de \"ster\"", std::int64_t{-3}}}}), "\xEF\xBB\xBFKanaal;Uren\r\n\"poster; aan het hek\";1,50\r\n\"de \"\"ster\"\"\";-3\r\n");
}

TEST(Sheet, NoTextOfCsvBecomesAFormula) {
    for (auto const* evil : {"=1+1", "+31 6", "-2", "@som", "\tx", "\rx"}) {
        auto const text = csv({"", {"a"}, {{std::string{evil}}}});
        auto const cell = text.substr(text.find("\r\n") + 2);
        EXPECT_TRUE(cell.starts_with("'") || cell.starts_with("\"'")) << evil;
    }
}

RC_GTEST_PROP(Sheet, CsvKeepsEveryTextAsItIsOrNeutral, (std::vector<std::string> const& texts)) {
    Table table{"", {"a"}, {}};
    for (auto const& text : texts) table.rows.push_back({text});
    auto const all = csv(table);
    // read back by the rules of RFC 4180
    std::vector<std::string> cells;
    std::string cell;
    bool inside = false;
    for (std::size_t i = all.find("\r\n") + 2; i < all.size(); ++i) {
        if (inside && all[i] == '"' && i + 1 < all.size() && all[i + 1] == '"') cell += all[i++];
        else if (all[i] == '"' && (inside || cell.empty())) inside = !inside;
        else if (!inside && all[i] == '\r' && all[i + 1] == '\n') cells.push_back(std::exchange(cell, {})), ++i;
        else cell += all[i];
    }
    RC_ASSERT(cells.size() == texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        bool const plain = texts[i].empty() || std::string_view{"=+-@\t\r"}.find(texts[i].front()) == std::string_view::npos;
        RC_ASSERT(cells[i] == (plain ? "" : "'") + texts[i]);
    }
}

TEST(Sheet, AWorkbookIsReadByAnotherProgram) {
    auto const workbook = xlsx({{"Buddy’s: per kanaal", {"Kanaal", "Aangemeld"}, {{"=koffie & thee", std::int64_t{7}}, {"Mozaïek", 2.5}}}, {"Vraagouders", {"Kanaal"}, {}}});
    EXPECT_EQ(read_back(workbook), "#Buddy’s  per kanaal\nKanaal|Aangemeld\n=koffie & thee|7\nMozaïek|2.5\n#Vraagouders\nKanaal\n");
}

} // namespace
} // namespace sheet
