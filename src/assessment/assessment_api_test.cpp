// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Cases and assessments as a program meets them, through the real server.

#include "assessment/assessment_api.h"

#include <doctest/doctest.h>

#include "assessment/case_room_test.h"
#include "people/browser_test.h"
#include "people/people_pages.h"
#include "platform/http/server.h"

using namespace sightline;
using namespace sightline::assessment;
using people::testing::Browser;
using people::testing::says;
using sightline::assessment::testing::CaseRoom;
using sightline::assessment::testing::in_each_room;

namespace {

/// A program that has signed in as a person does.
class Program {
 public:
  Program(std::uint16_t port, const std::string& name) : browser_(port) {
    REQUIRE(browser_.sign_in(name + "@example.org", people::testing::kPassword).status == 303);
    token_ = text_at(object_in(browser_.get("/api/session")), "token");
  }

  http::RawAnswer get(const std::string& target) { return browser_.get(target); }
  http::RawAnswer put(const std::string& target, const json::Object& body) {
    return browser_.send_json("PUT", target, json::write(body), token_);
  }
  http::RawAnswer post(const std::string& target, const json::Object& body) {
    return browser_.send_json("POST", target, json::write(body), token_);
  }
  http::RawAnswer put_text(const std::string& target, const std::string& body) {
    return browser_.send_json("PUT", target, body, token_);
  }

  static json::Object object_in(const http::RawAnswer& answer) {
    const Result<json::Value> value = json::parse(answer.content);
    REQUIRE_MESSAGE(value, answer.content);
    REQUIRE(value->get_if<json::Object>());
    return *value->get_if<json::Object>();
  }
  static std::string text_at(const json::Object& object, std::string_view name) {
    const json::Value* value = object.find(name);
    return value && value->get_if<std::string>() ? *value->get_if<std::string>() : "";
  }

 private:
  Browser browser_;
  std::string token_;
};

/// A room with its API served.
struct RoomWithApi {
  explicit RoomWithApi(CaseRoom& given) : room(given) {
    http::Router router;
    people::add_routes(router, web, room.hasher);
    people::add_api_routes(router, api);
    assessment::add_api_routes(router, api);
    server.emplace(http::ServerOptions{}, std::move(router));
    server->start();
  }

  Program program(const std::string& name) const { return Program(server->port(), name); }
  std::string cases() const { return "/api/inspections/" + room.planned.key + "/cases"; }
  std::string address(const Case& subject) const { return cases() + "/" + subject.number; }

  CaseRoom& room;
  people::Web web{{.journal = room.journal, .database = room.database}};
  people::Api api{room.journal, room.database};
  std::optional<http::Server> server;
};

void in_each_room_with_api(const std::function<void(RoomWithApi&)>& body) {
  in_each_room([&](CaseRoom& room) {
    RoomWithApi open(room);
    body(open);
  });
}

json::Object judged(int revision, const std::string& outcome, const std::string& reason) {
  return {{"revision", revision},
          {"judgements",
           json::Array{json::Object{{"area", "initial-contact"}, {"outcome", outcome}, {"reason", reason}},
                       json::Object{{"area", "overall"}, {"outcome", outcome}, {"reason", reason}}}}};
}

}  // namespace

TEST_CASE("a program lists the cases of an inspection a page at a time, as its person may see them") {
  in_each_room_with_api([](RoomWithApi& open) {
    for (int i = 0; i < kCasesOnAPage + 1; ++i) open.room.add_case(open.room.chosen_by_inspectors);
    Program ana = open.program("ana");
    const json::Object page = Program::object_in(ana.get(open.cases() + "?page=2"));
    CHECK(*page.find("page")->get_if<std::int64_t>() == 2);
    CHECK(*page.find("total")->get_if<std::int64_t>() == kCasesOnAPage + 1);
    CHECK(page.find("cases")->get_if<json::Array>()->size() == 1);
    CHECK(says(open.program("auditor").get(open.cases()), R"("total":0)"));
    CHECK(open.program("stranger").get(open.cases()).status == 404);
  });
}

TEST_CASE("a program reads a case, judges it from what it read, and submits it") {
  in_each_room_with_api([](RoomWithApi& open) {
    const Case subject = open.room.add_case(open.room.chosen_by_inspectors);
    Program ana = open.program("ana");
    const http::RawAnswer before = ana.get(open.address(subject));
    CHECK(says(before, R"("assessment":null)"));
    CHECK(says(before, R"({"outcome":"grade-3","name":"Good"})"));
    CHECK(says(before, R"("actions":["save","submit"])"));

    const http::RawAnswer saved =
        ana.put(open.address(subject) + "/assessment", judged(0, "grade-3", "A swift call.\r\nAnswered."));
    CHECK(saved.status == 200);
    CHECK(saved.content == R"({"revision":1,"state":"draft"})");
    CHECK(open.room.view(open.room.ana, subject)->assessment->judgements ==
          CaseRoom::judged(3, "A swift call.\nAnswered."));

    const http::RawAnswer submitted =
        ana.post(open.address(subject) + "/assessment/submit", {{"revision", 1}});
    CHECK(submitted.content == R"({"revision":2,"state":"submitted"})");
  });
}

TEST_CASE("a moderator's program returns with a reason, agrees, and reopens; the author's is refused") {
  in_each_room_with_api([](RoomWithApi& open) {
    const Case subject = open.room.add_case(open.room.chosen_by_inspectors);
    open.room.submitted(subject, open.room.ana);
    const std::string assessment = open.address(subject) + "/assessment";
    Program ana = open.program("ana"), moderator = open.program("moderator");
    CHECK(ana.post(assessment + "/agree", {{"revision", 2}}).status == 403);
    const http::RawAnswer silent = moderator.post(assessment + "/return", {{"revision", 2}});
    CHECK(silent.status == 422);
    CHECK(says(silent, R"("field":"reason")"));
    CHECK(moderator.post(assessment + "/return", {{"revision", 2}, {"reason", "Look again."}}).status == 200);
    CHECK(ana.post(assessment + "/submit", {{"revision", 3}}).status == 200);
    CHECK(moderator.post(assessment + "/agree", {{"revision", 2}}).status == 409);
    CHECK(moderator.post(assessment + "/agree", {{"revision", 4}, {"reason", "None is asked."}}).status ==
          422);
    CHECK(moderator.post(assessment + "/agree", {{"revision", 4}}).content ==
          R"({"revision":5,"state":"agreed"})");
    CHECK(moderator.post(assessment + "/reopen", {{"revision", 5}, {"reason", "New facts."}}).content ==
          R"({"revision":6,"state":"reopened"})");
  });
}

TEST_CASE("a program that was overtaken is told both texts, and what it sent lies set aside") {
  in_each_room_with_api([](RoomWithApi& open) {
    const Case subject = open.room.add_case(open.room.chosen_by_inspectors);
    Program ana = open.program("ana"), ben = open.program("ben");
    const std::string assessment = open.address(subject) + "/assessment";
    CHECK(ana.put(assessment, judged(0, "grade-3", "Ana was first.")).status == 200);
    const http::RawAnswer late = ben.put(assessment, judged(0, "grade-1", "Ben wrote this."));
    CHECK(late.status == 409);
    CHECK(late.field("Content-Type") == "application/problem+json");
    const json::Object problem = Program::object_in(late);
    CHECK(json::write(*problem.find("recorded")).find("Ana was first.") != std::string::npos);
    CHECK(json::write(*problem.find("sent")).find("Ben wrote this.") != std::string::npos);
    const http::RawAnswer again = ben.get(open.address(subject));
    CHECK(says(again, "Ben wrote this."));
    CHECK_FALSE(says(ana.get(open.address(subject)), "Ben wrote this."));

    open.room.submitted(open.room.add_case(open.room.chosen_by_inspectors), open.room.ana);
    REQUIRE(ana.post(assessment + "/submit", {{"revision", 1}}).status == 200);
    const http::RawAnswer too_late = ben.put(assessment, judged(1, "grade-1", "Ben tried again."));
    CHECK(too_late.status == 409);
    CHECK(says(too_late, "waits for moderation"));
    CHECK(says(too_late, "Ana was first."));
  });
}

TEST_CASE("what a program sends wrongly is refused by its name, and nothing is saved") {
  in_each_room_with_api([](RoomWithApi& open) {
    const Case subject = open.room.add_case(open.room.chosen_by_inspectors);
    const std::string assessment = open.address(subject) + "/assessment";
    Program ana = open.program("ana");
    const auto refused = [&](const std::string& body, const std::string& because) {
      const http::RawAnswer answer = ana.put_text(assessment, body);
      CHECK_MESSAGE(answer.status == 422, body);
      CHECK_MESSAGE(says(answer, because), body, " ", answer.content);
    };
    refused(R"({"revision":0,"judgements":[{"area":"overall","outcome":"good"}]})",
            R"("field":"judgements[0].outcome")");
    refused(R"({"revision":0,"judgements":[{"area":"overall","outcome":"grade-4"}]})",
            R"("field":"outcome-overall")");
    refused(R"({"revision":0,"judgements":[{"area":"no-such-area"}]})", "not part of this inspection");
    refused(R"({"revision":0,"judgements":[{"area":"overall","grade":3}]})",
            R"("field":"judgements[0].grade")");
    refused(R"({"revision":0,"revision":1,"judgements":[]})", "\"detail\"");
    refused(R"({"judgements":[]})", R"("field":"revision")");
    refused(R"({"revision":-1,"judgements":[]})", R"("field":"revision")");
    refused(R"({"revision":4294967296,"judgements":[]})", R"("field":"revision")");
    refused(R"({"revision":0,"judgements":)" + std::string(20, '[') + std::string(20, ']') + "}",
            "\"detail\"");
    refused("revision=0", "\"detail\"");
    CHECK_FALSE(open.room.view(open.room.ana, subject)->assessment);
    const http::RawAnswer submitted = ana.post(assessment + "/submit", {{"revision", 0}});
    CHECK(submitted.status == 422);
    CHECK(
        says(submitted, R"("field":"outcome-overall","message":"The case as a whole: choose an outcome.")"));
  });
}

TEST_CASE(
    "the body's own grade is told to the inspectors' program once their own is fixed, and never theirs to "
    "the body's") {
  in_each_room_with_api([](RoomWithApi& open) {  // Handbook §4.11 to §4.15
    const Case subject = open.room.add_case(open.room.chosen_by_body);
    Program auditor = open.program("auditor"), ana = open.program("ana");
    const std::string assessment = open.address(subject) + "/assessment";
    REQUIRE(auditor.put(assessment, judged(0, "grade-1", "The force says so.")).status == 200);
    REQUIRE(auditor.post(assessment + "/submit", {{"revision", 1}}).status == 200);

    const http::RawAnswer hidden = ana.get(open.address(subject));
    CHECK(says(hidden, R"("own_audit":{"is_submitted":true,"assessment":null})"));
    CHECK_FALSE(says(hidden, "The force says so."));
    open.room.submitted(subject, open.room.ana);
    CHECK(says(ana.get(open.address(subject)), "The force says so."));
    const http::RawAnswer bodys = auditor.get(open.address(subject));
    CHECK_FALSE(says(bodys, "The file shows it."));
    CHECK_FALSE(says(bodys, "own_audit"));
  });
}
