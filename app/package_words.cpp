#include "app/package_words.hpp"

#include <fmt/format.h>

#include "app/complaint.hpp"
#include "app/options.hpp"
#include "app/package_command.hpp"
#include "engine/quotation.hpp"
#include "grader/package/bundle.hpp"
#include "lessons/terminal/output.hpp"

namespace softmax::app {
namespace {

constexpr const char* what_is_packed =
    "Writes a zip archive with which another system grades as this workbook does: the sources, "
    "which\nare built there, and the scripts that it starts. README.md in it tells what to do. The "
    "same bytes\neach time.";

void add_package_options(CLI::App& parser, PackageCommand& command) {
  parser.add_option("SYSTEM", command.system, "gradescope or prairielearn")->type_name("");
  parser
      .add_option("FILE", command.file,
                  "where to; without one softmax_SYSTEM.zip in this folder; - is standard output")
      ->type_name("");
  parser
      .add_option("--exercises,--exercise", command.exercises,
                  "only these: numbers or names, as in --exercises 03 04")
      ->type_name("NN")
      ->expected(1, -1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  named(parser.add_option("--image", command.image,
                          fmt::format("prairielearn: the name of the image that grades ({})",
                                      grader::BundlePlan::default_image)),
        "NAME");
}

}  // namespace

ExitCode package_from_words(const std::vector<std::string>& words) {
  CLI::App parser(what_is_packed, "./workbook package");
  PackageCommand command;
  add_package_options(parser, command);
  parser.allow_extras();
  require_values(parser, words);
  try {
    parse(parser, words);
  } catch (const CLI::CallForHelp&) {
    terminal::write_output(parser.help());
    return ExitCode::done;
  } catch (const CLI::ParseError& error) { return usage(error.what() + see_help(parser)); }
  if (const auto unknown = parser.remaining(); !unknown.empty()) {
    if (unknown[0].starts_with('-')) { return usage(unknown_option(parser, unknown[0])); }
    return usage(fmt::format("{} is one word too many{}", quotation(unknown[0]), see_help(parser)));
  }
  refuse_repeated(parser);
  if (command.system.empty()) {
    return usage("for which system? write ./workbook package gradescope, or prairielearn");
  }
  return run(command);
}

}  // namespace softmax::app
