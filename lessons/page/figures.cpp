// Tables, bars and number lines, drawn in characters.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/report_bars.hpp"
#include "lessons/page/inline.hpp"
#include "lessons/page/lines.hpp"

namespace softmax::page {
namespace {

constexpr std::size_t longest_bar = 50;
constexpr std::size_t least_zone = 3;

std::string repeated(std::string_view text, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) { out += text; }
  return out;
}

std::string blanks(std::size_t count) { return std::string(count, ' '); }

std::size_t widest(const std::vector<Bar>& bars, std::string Bar::* text) {
  std::size_t width = 0;
  for (const Bar& bar : bars) { width = std::max(width, columns_of(bar.*text)); }
  return width;
}

/// Does: appends the text, wrapped.
void add_wrapped(Lines& lines, const std::string& text, std::size_t indent, const Style& style) {
  for (std::string& line : split_lines(wrapped(text, style.width, indent))) {
    lines.push_back(std::move(line));
  }
}

// --- table ---

std::vector<std::size_t> column_widths(const Table& table) {
  std::vector<std::size_t> widths;
  for (std::size_t k = 0; k < table.headings.size(); ++k) {
    std::size_t width = columns_of(table.headings[k]);
    for (const auto& row : table.rows) { width = std::max(width, columns_of(row.at(k))); }
    widths.push_back(width);
  }
  return widths;
}

/// The first cell to the left, the others to the right.
std::string table_line(const std::vector<std::string>& cells,
                       const std::vector<std::size_t>& widths) {
  std::string line = "  ";
  for (std::size_t k = 0; k < cells.size(); ++k) {
    const std::string space = blanks(widths[k] - columns_of(cells[k]));
    line += k == 0 ? cells[k] + space : "  " + space + cells[k];
  }
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

Lines rows_as_paragraphs(const Table& table, const Style& style) {
  Lines lines;
  for (const auto& row : table.rows) {
    add_wrapped(lines, "  " + row[0], 2, style);
    for (std::size_t k = 1; k < row.size(); ++k) {
      add_wrapped(lines, fmt::format("    {}: {}", table.headings[k], row[k]), 6, style);
    }
  }
  return lines;
}

// --- number line ---

std::string centred(std::string_view text, std::size_t width) {
  const std::size_t space = width - std::min(width, columns_of(text));
  return blanks(space / 2) + std::string(text) + blanks(space - space / 2);
}

std::size_t zone_of(double at, const std::vector<Zone>& zones) {
  std::size_t zone = 0;
  while (zone + 1 < zones.size() && at > zones[zone].end) { ++zone; }
  return zone;
}

/// Where a number stands: its zone, and its share of it. A zone without an end has one place.
std::size_t column_of(double at, const std::vector<Zone>& zones, std::size_t zone_width) {
  const std::size_t zone = zone_of(at, zones);
  const double end = zones[zone].end;
  const bool bounded = zone > 0 && std::isfinite(end);
  const double start = zone > 0 ? zones[zone - 1].end : end;
  const double share = bounded ? (at - start) / (end - start) : 0.5;
  const auto inside = static_cast<std::size_t>(
      std::lround(std::clamp(share, 0.0, 1.0) * static_cast<double>(zone_width - 1)));
  return zone * (zone_width + 1) + inside;
}

/// The label stands to the right of its caret, or to the left; where neither has room, below.
void add_mark(Lines& lines, const Mark& mark, std::size_t column, const Style& style) {
  const std::size_t width = columns_of(mark.label) + 1;
  if (column + 1 + width <= style.width) {
    lines.push_back(blanks(column) + "^ " + mark.label);
  } else if (column >= width) {
    lines.push_back(blanks(column - width) + mark.label + " ^");
  } else {
    lines.push_back(blanks(column) + "^");
    add_wrapped(lines, "  " + mark.label, 2, style);
  }
}

/// Each zone, and the marks in it.
Lines zones_as_list(const NumberLine& line, const Style& style) {
  Lines lines;
  for (std::size_t i = 0; i < line.zones.size(); ++i) {
    const Zone& zone = line.zones[i];
    const bool last = !std::isfinite(zone.end);
    add_wrapped(lines,
                last ? fmt::format("  {} above", zone.name)
                     : fmt::format("  {} up to {}", zone.name, zone.text),
                4, style);
    for (const Mark& mark : line.marks) {
      if (zone_of(mark.at, line.zones) == i) {
        add_wrapped(lines, "    ^ " + mark.label, 6, style);
      }
    }
  }
  return lines;
}

/// The ends of the zones, each below the border that it is.
std::string line_of_ends(const std::vector<Zone>& zones, std::size_t zone_width) {
  std::string ends;
  for (std::size_t i = 0; i + 1 < zones.size(); ++i) {
    const std::size_t border = (i + 1) * (zone_width + 1) - 1;
    const std::size_t half = columns_of(zones[i].text) / 2;
    const std::size_t start = std::max(border - std::min(border, half), columns_of(ends) + 1);
    ends += blanks(start - std::min(start, columns_of(ends))) + zones[i].text;
  }
  return ends;
}

Lines drawn_zones(const NumberLine& line, std::size_t zone_width, const Style& style) {
  const std::string border = style.ascii ? "+" : "┼";
  std::string names;
  std::string axis;
  for (std::size_t i = 0; i < line.zones.size(); ++i) {
    names += (i > 0 ? " " : "") + centred(line.zones[i].name, zone_width);
    axis += (i > 0 ? border : "") + repeated(style.ascii ? "-" : "─", zone_width);
  }
  names.erase(names.find_last_not_of(' ') + 1);
  Lines lines = {names, axis, line_of_ends(line.zones, zone_width)};
  for (const Mark& mark : line.marks) {
    add_mark(lines, mark, column_of(mark.at, line.zones, zone_width), style);
  }
  return lines;
}

/// Wide enough for every name and every end, or none.
bool has_room(const NumberLine& line, std::size_t zone_width) {
  return std::all_of(line.zones.begin(), line.zones.end(), [&](const Zone& zone) {
    return columns_of(zone.name) <= zone_width && columns_of(zone.text) <= zone_width;
  });
}

}  // namespace

Lines lines_of(const Table& table, const Style& style) {
  Lines lines = lines_of_markdown(table.caption, style);
  const std::vector<std::size_t> widths = column_widths(table);
  std::size_t total = 0;
  for (const std::size_t width : widths) { total += width + 2; }
  Lines body;
  if (total > style.width) {
    body = rows_as_paragraphs(table, style);
  } else {
    body.push_back(paint(style, Colour::faint, table_line(table.headings, widths)));
    for (const auto& row : table.rows) { body.push_back(table_line(row, widths)); }
  }
  append(lines, std::move(body));
  return lines;
}

Lines lines_of(const Bars& bars, const Style& style) {
  Lines lines = lines_of_markdown(bars.caption, style);
  const std::size_t labels = widest(bars.bars, &Bar::label);
  const std::size_t values = widest(bars.bars, &Bar::value);
  const std::size_t taken = labels + values + 6;
  const std::size_t room = style.width > taken ? std::min(style.width - taken, longest_bar) : 0;
  Lines body;
  for (const Bar& one : bars.bars) {
    std::string line =
        fmt::format("  {}{}  {}{}", one.label, blanks(labels - columns_of(one.label)),
                    blanks(values - columns_of(one.value)), one.value);
    if (room > 0) { line += "  " + bar(one.share, room, style); }
    line.erase(line.find_last_not_of(' ') + 1);
    if (taken - 2 <= style.width) {
      body.push_back(std::move(line));
    } else {
      add_wrapped(body, fmt::format("  {}: {}", one.label, one.value), 4, style);
    }
  }
  append(lines, std::move(body));
  return lines;
}

Lines lines_of(const NumberLine& line, const Style& style) {
  constexpr std::size_t widest_line = 80;
  Lines lines = lines_of_markdown(line.caption, style);
  const std::size_t width = std::min(style.width, widest_line);
  const std::size_t zone_and_border = (width + 1) / line.zones.size();
  const bool drawn = zone_and_border > least_zone && has_room(line, zone_and_border - 1);
  append(lines, drawn ? drawn_zones(line, zone_and_border - 1, style) : zones_as_list(line, style));
  return lines;
}

}  // namespace softmax::page
