#!/usr/bin/env python3
"""Makes the sources that hold what is compiled into the program: templates, assets, migrations, materials, catalogues.

usage: embed.py views OUT_DIR FILE…         per room a header with the names in its templates, and one source with all templates
       embed.py migrations OUT_DIR FILE…    the SQL files in order of name
       embed.py assets OUT_DIR FILE…        files with their fingerprint, plain, gzip
       embed.py materials OUT_DIR FILE…      the texts of the toolbox by their names
       embed.py catalogue OUT_DIR POT       the sorted sentences of the catalogue
       embed.py locales OUT_DIR POT PO…     compiled catalogues, and the sentences of the pages that have more languages (POT)

A file is written only when its text changes, so that nothing is compiled for nothing.
"""
import gzip, hashlib, pathlib, re, subprocess, sys, tempfile


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or path.read_text() != text:
        path.write_text(text)


def raw(text):
    # a literal may not be longer than 64 KiB everywhere: cut it
    parts = [text[i:i + 8000] for i in range(0, len(text), 8000)] or ['']
    return '\n'.join(f'R"naast_({part})naast_"' for part in parts)


def byte_list(data):
    return ','.join(map(str, data))


def views(out, files):
    rooms, all_views = {}, []
    for file in sorted(files):
        parts = pathlib.Path(file).parts
        at = parts.index('src')
        room = parts[at + 1:parts.index('views')]
        source = pathlib.Path(file).read_text()
        name = pathlib.Path(file).stem
        full = '/'.join([room[-1], name])
        all_views.append((full, source))
        names = sorted({n for n in re.findall(r'{{[#/>]?([A-Z_]+)(?::[a-z_]+)?}}', source)})
        rooms.setdefault(room, []).append((name, full, names))
    for room, its in rooms.items():
        lines = ['#pragma once', '// Made from the templates of this room.', '#include "platform/html/view.h"', f'namespace {room[-1]}::views {{']
        for name, full, names in its:
            lines.append(f'struct {name}_ {{')
            lines.append(f'    static constexpr html::View view{{"{full}"}};')
            lines += [f'    static constexpr html::Name {n}{{"{n}"}};' for n in names]
            lines.append('};')
        lines.append(f'}} // namespace {room[-1]}::views')
        write(out / 'gen' / '_'.join([*room, 'views.h']), '\n'.join(lines) + '\n')
    write(out / 'gen' / 'views_all.h', '#pragma once\n#include <array>\n#include <string_view>\n#include <utility>\nnamespace gen {\n'
          f'extern std::array<std::pair<std::string_view, std::string_view>, {len(all_views)}> const all_views;\n}}\n')
    body = ',\n'.join(f'    std::pair<std::string_view, std::string_view>{{"{n}", {raw(s)}}}' for n, s in all_views)
    write(out / 'gen' / 'views_all.cpp', '#include "gen/views_all.h"\nnamespace gen {\n'
          f'std::array<std::pair<std::string_view, std::string_view>, {len(all_views)}> const all_views{{{{\n{body}\n}}}};\n}}\n')


def migrations(out, files):
    its = [(pathlib.Path(f).stem, pathlib.Path(f).read_text()) for f in sorted(files)]
    body = ',\n'.join(f'    db::Migration{{"{n}", {raw(s)}}}' for n, s in its)
    write(out / 'gen' / 'migrations.h', '#pragma once\n#include "platform/db/migrate.h"\n#include <array>\nnamespace gen {\n'
          f'extern std::array<db::Migration, {len(its)}> const migrations;\n}}\n')
    write(out / 'gen' / 'migrations.cpp', '#include "gen/migrations.h"\nnamespace gen {\n'
          f'std::array<db::Migration, {len(its)}> const migrations{{{{\n{body}\n}}}};\n}}\n')


def materials(out, files):
    its = [(pathlib.Path(f).stem, pathlib.Path(f).read_text()) for f in sorted(files)]
    table = f'std::array<std::pair<std::string_view, std::string_view>, {len(its)}> const materials'
    body = ',\n'.join(f'    std::pair<std::string_view, std::string_view>{{"{n}", {raw(s)}}}' for n, s in its)
    write(out / 'gen' / 'materials.h', f'#pragma once\n#include <array>\n#include <string_view>\n#include <utility>\nnamespace gen {{\nextern {table};\n}}\n')
    write(out / 'gen' / 'materials.cpp', f'#include "gen/materials.h"\nnamespace gen {{\n{table}{{{{\n{body}\n}}}};\n}}\n')


TYPES = {'.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.txt': 'text/plain; charset=utf-8'}


def assets(out, files):
    lines, table = [], []
    for n, file in enumerate(sorted(files)):
        path = pathlib.Path(file)
        data = path.read_bytes()
        mark = hashlib.sha256(data).hexdigest()[:12]
        packed = gzip.compress(data, 9, mtime=0)
        lines.append(f'constexpr unsigned char plain_{n}[] = {{{byte_list(data)}}};\nconstexpr unsigned char gzip_{n}[] = {{{byte_list(packed)}}};')
        view = lambda a: f'{{reinterpret_cast<char const*>({a}_{n}), sizeof {a}_{n}}}'
        table.append(f'    Asset{{"{path.stem}", "/bestanden/{path.stem}.{mark}{path.suffix}", "{TYPES[path.suffix]}", {view("plain")}, {view("gzip")}}}')
    write(out / 'gen' / 'assets.h', '#pragma once\n#include <array>\n#include <string_view>\nnamespace gen {\nstruct Asset {\n    std::string_view name, path, type, plain, gzip;\n};\n'
          f'extern std::array<Asset, {len(table)}> const assets;\n}}\n')
    write(out / 'gen' / 'assets.cpp', '#include "gen/assets.h"\nnamespace gen {\nnamespace {\n' + '\n'.join(lines) + '\n}\n'
          f'std::array<Asset, {len(table)}> const assets{{{{\n' + ',\n'.join(table) + '\n}};\n}\n')


def po_entries(text):
    """msgids of a catalogue, as they are"""
    for block in re.split(r'\n\n', text):
        match = re.search(r'^msgid ((?:"(?:[^"\\]|\\.)*"\s*)+)', block, re.M)
        if match:
            yield ''.join(bytes(s, 'utf-8').decode('unicode_escape').encode('latin-1').decode('utf-8') for s in re.findall(r'"((?:[^"\\]|\\.)*)"', match[1]))


def quoted(ids):
    return ',\n'.join('    std::string_view{"' + i.decode().replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n') + '"}' for i in ids)


def catalogue(out, files):
    ids = sorted({i.encode() for i in po_entries(pathlib.Path(files[0]).read_text()) if i})
    lines = quoted(ids) or '    std::string_view{}'
    write(out / 'gen' / 'catalogue.h', '#pragma once\n// The sentences of locale/naast.pot, in order of their bytes.\n#include <array>\n#include <string_view>\nnamespace gen {\n'
          f'inline constexpr std::array<std::string_view, {max(1, len(ids))}> catalogue{{{{\n{lines}\n}}}};\n}}\n')


def locales(out, files):
    lines, table = [], []
    pot, *files = files
    ids = sorted({i.encode() for i in po_entries(pathlib.Path(pot).read_text()) if i})
    for n, file in enumerate(sorted(files)):
        with tempfile.NamedTemporaryFile(suffix='.mo') as mo:
            subprocess.run(['msgfmt', '--check-format', '-o', mo.name, file], check=True)
            data = pathlib.Path(mo.name).read_bytes()
        lines.append(f'constexpr unsigned char mo_{n}[] = {{{byte_list(data)}}};')
        read = 'false' if re.search(r'^"X-Read-By-Speaker: no\\n"$', pathlib.Path(file).read_text(), re.M) else 'true'
        table.append(f'    Locale{{"{pathlib.Path(file).stem}", {{reinterpret_cast<char const*>(mo_{n}), sizeof mo_{n}}}, {read}}}')
    write(out / 'gen' / 'locales.h', '#pragma once\n#include <array>\n#include <string_view>\nnamespace gen {\nstruct Locale {\n    std::string_view name, bytes;\n    bool read_by_speaker;\n};\n'
          f'extern std::array<Locale, {len(table)}> const locales;\nextern std::array<std::string_view, {len(ids)}> const asking;\n}}\n')
    write(out / 'gen' / 'locales.cpp', '#include "gen/locales.h"\nnamespace gen {\nnamespace {\n' + '\n'.join(lines) + '\n}\n'
          f'std::array<Locale, {len(table)}> const locales{{{{\n' + ',\n'.join(table) + '\n}};\n'
          f'std::array<std::string_view, {len(ids)}> const asking{{{{\n{quoted(ids)}\n}}}};\n}}\n')


if __name__ == '__main__':
    {'views': views, 'migrations': migrations, 'materials': materials, 'assets': assets, 'catalogue': catalogue, 'locales': locales}[sys.argv[1]](pathlib.Path(sys.argv[2]), sys.argv[3:])
