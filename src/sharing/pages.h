#pragma once
// What a parent shares and with whom (Wat ik deel), what was shared with someone (Gedeeld met u), and talks at school (Samen naar school).
#include "people/post.h"
#include "reception/visit.h"

#include <map>
#include <string>
#include <vector>

namespace sharing {

/// What a parent shares.
std::vector<reception::Route> routes();
/// What was given to someone.
std::vector<reception::Route> given_routes();
/// A parent's talks at school and what the buddy is asked to pass on.
std::vector<reception::Route> talk_routes();
/// What a buddy is asked.
std::vector<reception::Route> joining_routes();
/// The texts beside a sheet.
std::vector<reception::Route> text_routes();
std::map<std::string, people::Worker> workers();
/// The kind of job that tells someone that something waits after logging in.
inline constexpr std::string_view notice = "sharing.notice";

} // namespace sharing
