#!/usr/bin/env python3
"""Makes assets/fonts and the font licences in assets/licences from three npm packages.

    pip install fonttools brotli && tools/fonts.py

The results are committed; nothing else runs this. Change WANTED or ICONS, run it, commit what changed.
"""

import io
import pathlib
import shutil
import subprocess
import sys
import tarfile
import tempfile

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

ROOT = pathlib.Path(__file__).resolve().parent.parent
FONTS, LICENCES = ROOT / "assets/fonts", ROOT / "assets/licences"
INTER, MONO, PHOSPHOR = (
    "inter-ui@4.1.1",
    "@expo-google-fonts/jetbrains-mono@0.4.1",
    "@phosphor-icons/web@2.1.2",
)

# File made -> package and the file in it.
TEXT = {
    "Inter-Regular.ttf": (INTER, "web/Inter-Regular.woff2"),
    "Inter-Medium.ttf": (INTER, "web/Inter-Medium.woff2"),
    "Inter-SemiBold.ttf": (INTER, "web/Inter-SemiBold.woff2"),
    "InterDisplay-SemiBold.ttf": (INTER, "display/InterDisplay-SemiBold.woff2"),
    "JetBrainsMono-Regular.ttf": (MONO, "400Regular/JetBrainsMono_400Regular.ttf"),
    "JetBrainsMono-Medium.ttf": (MONO, "500Medium/JetBrainsMono_500Medium.ttf"),
}
TEXTS = {
    "Inter-OFL.txt": (INTER, "LICENSE.txt"),
    "JetBrainsMono-OFL.txt": (MONO, "LICENSE_FONT"),
    "Phosphor-MIT.txt": (PHOSPHOR, "LICENSE"),
}

# Latin with its accents, typographic punctuation, arrows, maths, key caps, marks.
WANTED = {*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x2016), *range(0x2190, 0x219A)}
WANTED |= set(map(ord, "ȘșȚțẞ‘’‚‛“”„†‡•…‰′″‹›⁄€™№ℓ⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉"))
WANTED |= set(map(ord, "−×÷±≈≠≤≥∞√∑∂∆πλμσΔΣΩ↩↪⇤⇥⇧⌃⌘⌥⌫⎋⏎↵␣■□▪▫▲△▶▷▼▽◀◁◆◇●○★☆✓✗"))
# A person's own notes may be in Greek or Cyrillic; body text alone carries them.
NOTES = {*range(0x384, 0x3CF), *range(0x400, 0x460)}

ICONS = """arrow-clockwise arrow-counter-clockwise arrow-down arrow-left arrow-right arrow-square-out
arrow-up book-open calendar-blank caret-down caret-left caret-right caret-up chart-line-up check
check-circle clock columns copy download-simple eye eye-slash flag folder-open gear-six info keyboard
lightbulb list magnifying-glass minus monitor moon note-pencil play plus question skip-forward
sliders-horizontal square-half-bottom squares-four stack sun trash upload-simple warning x
x-circle""".split()


def unpack(package, into):
    """The folder of one npm package's files."""
    name = subprocess.run(
        ["npm", "pack", "--silent", package], cwd=into, check=True, capture_output=True, text=True
    ).stdout.strip().splitlines()[-1]
    folder = into / name.removesuffix(".tgz")
    with tarfile.open(into / name) as tar:
        tar.extractall(folder, filter="data")
    return folder / "package"


def cut(font, codes, features):
    """Keeps the glyphs of `codes`, without hinting and without features nobody asked for."""
    options = Options()
    options.layout_features = features
    options.hinting = False
    options.name_IDs = [0, 1, 2, 4, 5, 6, 7, 13, 14]
    options.notdef_outline = True
    options.drop_tables += ["DSIG", "STAT", "meta"]
    cutter = Subsetter(options)
    cutter.populate(unicodes=codes)
    cutter.subset(font)


def make_digits_tabular(font):
    """Points the ten digits at their tabular forms: egui picks no OpenType features."""
    gsub = font["GSUB"].table
    forms = {}
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for table in gsub.LookupList.Lookup[index].SubTable:
                    forms |= getattr(table, "ExtSubTable", table).mapping
    for cmap in font["cmap"].tables:
        if cmap.isUnicode():
            for code in range(ord("0"), ord("9") + 1):
                glyph = cmap.cmap.get(code)
                cmap.cmap[code] = forms.get(glyph, glyph)


def advances(font, text):
    cmap = font.getBestCmap()
    return {font["hmtx"][cmap[ord(letter)]][0] for letter in text}


def save(font, path):
    """Writes the font; its dates stay those of its source, so that a rerun changes nothing."""
    font.recalcTimestamp = False
    buffer = io.BytesIO()
    font.save(buffer)
    path.write_bytes(buffer.getvalue())
    return len(buffer.getvalue())


def bear_left(font):
    """Phosphor says that every glyph begins at 0; a rasteriser believes it and shifts them left."""
    for name, (advance, _) in list(font["hmtx"].metrics.items()):
        glyph = font["glyf"][name]
        font["hmtx"][name] = (advance, getattr(glyph, "xMin", 0) if glyph.numberOfContours else 0)


def main():
    FONTS.mkdir(parents=True, exist_ok=True)
    LICENCES.mkdir(parents=True, exist_ok=True)
    total = 0
    with tempfile.TemporaryDirectory() as folder:
        sources = {p: unpack(p, pathlib.Path(folder)) for p in (INTER, MONO, PHOSPHOR)}
        for file, (package, path) in TEXT.items():
            font = TTFont(sources[package] / path, recalcTimestamp=False)
            font.flavor = None
            if package == INTER:
                make_digits_tabular(font)
            codes = WANTED | NOTES if file == "Inter-Regular.ttf" else WANTED
            cut(font, codes, ["kern", "mark", "mkmk", "ccmp"])
            if len(advances(font, "0123456789")) != 1:
                sys.exit(f"{file}: the digits differ in width")
            missing = "".join(chr(c) for c in sorted(codes - set(font.getBestCmap())))
            total += (size := save(font, FONTS / file))
            print(f"{file}: {size:,} bytes; not in the source: {missing or 'nothing'}")
        font = TTFont(sources[PHOSPHOR] / "src/regular/Phosphor.ttf", recalcTimestamp=False)
        codes = icon_codes(sources[PHOSPHOR] / "src/regular/style.css")
        cut(font, set(codes.values()), [])
        bear_left(font)
        total += (size := save(font, FONTS / "Phosphor-Regular.ttf"))
        print(f"Phosphor-Regular.ttf: {size:,} bytes, {len(codes)} icons")
        write_icon_table(codes)
        for file, (package, path) in TEXTS.items():
            shutil.copyfile(sources[package] / path, LICENCES / file)
    print(f"together {total:,} bytes")


def icon_codes(style):
    """Name -> code point of every icon in ICONS, from the package's style sheet."""
    known, name = {}, None
    for line in style.read_text().splitlines():
        if line.startswith(".ph.ph-") and ":before" in line:
            name = line.removeprefix(".ph.ph-").split(":")[0]
        elif name and "content:" in line:
            known[name], name = int(line.split('"')[1].lstrip("\\"), 16), None
    return {icon: known[icon] for icon in ICONS}


def write_icon_table(codes):
    rows = "".join(f"| {name} | U+{code:04X} |\n" for name, code in codes.items())
    (FONTS / "icons.md").write_text(
        "# Icons in Phosphor-Regular.ttf\n\n"
        "Made by `tools/fonts.py`; the names are Phosphor's.\n\n"
        f"| name | code point |\n|---|---|\n{rows}"
    )


if __name__ == "__main__":
    main()
