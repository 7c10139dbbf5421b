#include "lessons/page/json.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "engine/report_json.hpp"

namespace softmax::page {
namespace {

using Json = nlohmann::ordered_json;

Json number_or_word(double x) {
  if (std::isfinite(x)) { return x; }
  if (std::isnan(x)) { return "nan"; }
  return x > 0 ? "inf" : "-inf";
}

Json json_of(const Prose& block) { return {{"kind", "prose"}, {"markdown", block.markdown}}; }

Json json_of(const Formula& block) {
  return {{"kind", "formula"}, {"tex", block.tex}, {"plain", block.plain}};
}

Json json_of(const TraceFigure& block) {
  const std::size_t shown = block.shown == 0 ? block.trace.logits.size() : block.shown;
  return {{"kind", "trace"},
          {"caption", block.caption},
          {"command", block.command},
          {"trace", Json::parse(report_json(block.trace, shown, largest_element(block.trace)))}};
}

Json json_of(const Table& block) {
  return {{"kind", "table"},
          {"caption", block.caption},
          {"headings", block.headings},
          {"rows", block.rows}};
}

Json json_of(const Bars& block) {
  Json bars = Json::array();
  for (const Bar& bar : block.bars) {
    bars.push_back(
        {{"label", bar.label}, {"share", number_or_word(bar.share)}, {"value", bar.value}});
  }
  return {{"kind", "bars"}, {"caption", block.caption}, {"bars", bars}};
}

Json json_of(const NumberLine& block) {
  Json zones = Json::array();
  for (const Zone& zone : block.zones) {
    zones.push_back({{"name", zone.name}, {"end", number_or_word(zone.end)}, {"text", zone.text}});
  }
  Json marks = Json::array();
  for (const Mark& mark : block.marks) {
    marks.push_back({{"at", number_or_word(mark.at)}, {"label", mark.label}});
  }
  return {{"kind", "number_line"}, {"caption", block.caption}, {"zones", zones}, {"marks", marks}};
}

Json json_of_answer(const std::vector<Option>& options) {
  Json all = Json::array();
  for (const Option& option : options) {
    all.push_back({{"text", option.text}, {"right", option.right}, {"why", option.why}});
  }
  return all;
}

Json json_of_answer(const Number& number) {
  Json slips = Json::array();
  for (const Slip& slip : number.slips) {
    slips.push_back({{"value", slip.value}, {"why", slip.why}});
  }
  return {{"value", number.value}, {"digits", number.digits}, {"slips", slips}};
}

Json json_of(const Question& block) {
  const bool choice = std::holds_alternative<std::vector<Option>>(block.answer);
  return {{"kind", "question"},
          {"id", block.id},
          {"text", block.text},
          {choice ? "options" : "number",
           std::visit([](const auto& kind) { return json_of_answer(kind); }, block.answer)},
          {"why", block.why}};
}

Json json_of(const SpeakerNote& block) {
  return {{"kind", "speaker_note"}, {"markdown", block.markdown}};
}

Json json_of(const Idea& idea) {
  Json blocks = Json::array();
  for (const Block& block : idea.blocks) {
    blocks.push_back(std::visit([](const auto& kind) { return json_of(kind); }, block));
  }
  return {{"id", idea.id}, {"title", idea.title}, {"blocks", blocks}};
}

Json json_of(const Try& one) { return {{"command", one.command}, {"text", one.text}}; }
Json json_of(const Exercise& one) { return {{"id", one.id}, {"text", one.text}}; }

template <class Element>
Json json_of_all(const std::vector<Element>& elements) {
  Json all = Json::array();
  for (const Element& element : elements) { all.push_back(json_of(element)); }
  return all;
}

}  // namespace

std::string json_of(const Page& page) {
  const Content& content = page.content;
  const Json json = {{"schema", "softmax-workbook/page/1"},
                     {"number", page.number},
                     {"id", page.id},
                     {"title", page.title},
                     {"minutes", page.minutes},
                     {"question", content.question},
                     {"ideas", json_of_all(content.ideas)},
                     {"remember", content.remember},
                     {"tries", json_of_all(content.tries)},
                     {"exercises", json_of_all(content.exercises)},
                     {"quiz", json_of_all(page.quiz)}};
  return json.dump(2) + "\n";
}

}  // namespace softmax::page
