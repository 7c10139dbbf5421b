#pragma once
/// The options of a command, in the workbook's own words where the option parser has others.
/// A heavy header: it is for the few sources that turn words into commands.

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace softmax::app {

/// Computes: " (see ./workbook trace --help)": where a command's options are told.
std::string see_help(const CLI::App& command);

/// Computes: a check: digits and nothing else (CLI11 alone would take "-1" and "" for a count).
CLI::Validator whole_number_from(std::size_t least);

/// Does: names the option's value as --help calls it. The parser takes the last of several:
/// refuse_repeated() tells.
CLI::Option* named(CLI::Option* option, const char* value);

/// Computes: whether the word is an option of the command that takes a value.
bool takes_value(const CLI::App& command, const std::string& word);

/// Does: refuses --top without a value, and --json=false: the parser would in words of its own.
/// Throws: std::invalid_argument.
void require_values(const CLI::App& command, const std::vector<std::string>& words);

/// Does: refuses a value given twice; a flag may be, and an option whose values add up.
/// Throws: std::invalid_argument.
void refuse_repeated(const CLI::App& command);

/// Computes: the options that were written, by their long names.
std::vector<std::string> written_options(const CLI::App& command);

/// Computes: the refusal of an option that the parser did not know, with the nearest that it does.
std::string unknown_option(const CLI::App& command, const std::string& word);

/// Does: has the parser read the words. Throws: CLI::ParseError.
void parse(CLI::App& app, std::vector<std::string> words);

}  // namespace softmax::app
