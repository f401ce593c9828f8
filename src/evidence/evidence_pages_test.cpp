// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The pages of evidence as a browser meets them, through the real server.

#include "evidence/evidence_pages.h"

#include <doctest/doctest.h>

#include "evidence/evidence_room_test.h"
#include "people/browser_test.h"
#include "people/people_pages.h"
#include "platform/http/server.h"

using namespace sightline;
using namespace sightline::evidence;
using people::testing::Browser;
using people::testing::says;
using sightline::evidence::testing::EvidenceRoom;
using sightline::evidence::testing::in_each_evidence_room;

namespace {

struct OpenRoom {
  explicit OpenRoom(EvidenceRoom& given) : room(given) {
    http::Router router;
    people::add_routes(router, web, room.office.hasher);
    add_routes(router, web, room.extractor);
    server.emplace(http::ServerOptions{}, std::move(router));
    server->start();
  }

  Browser signed_in(const std::string& name) const {
    Browser browser(server->port());
    REQUIRE(browser.sign_in(name + "@example.org", people::testing::kPassword).status == 303);
    return browser;
  }

  std::string evidence() const { return "/inspections/" + room.key + "/evidence"; }

  http::RawAnswer upload(Browser& browser, const std::string& name, const std::string& content,
                         const std::string& title = "Minutes") const {
    return browser.post_with_file(
        evidence() + "/document",
        {{"csrf_token", browser.token_on(evidence() + "/document")}, {"kind", "document"}, {"title", title}},
        "file", name, content);
  }

  EvidenceRoom& room;
  people::Web web{{.journal = room.office.journal, .database = room.office.database}};
  std::optional<http::Server> server;
};

void in_each_open_room(const std::function<void(OpenRoom&)>& body) {
  in_each_evidence_room([&](EvidenceRoom& room) {
    OpenRoom open(room);
    body(open);
  });
}

}  // namespace

TEST_CASE("an inspector records a note on its page and then reads it, paragraph by paragraph") {
  in_each_open_room([](OpenRoom& open) {
    Browser ana = open.signed_in("ana");
    const http::RawAnswer answer =
        ana.post(open.evidence() + "/note", {{"csrf_token", ana.token_on(open.evidence() + "/note")},
                                             {"kind", "interview"},
                                             {"title", "Interview with a sergeant"},
                                             {"dated-year", "2026"},
                                             {"text", "She said <b>this</b>.\r\n\r\nThen that."}});
    REQUIRE(answer.status == 303);
    CHECK(answer.field("Location") == open.evidence() + "/1");
    const http::RawAnswer page = ana.get(open.evidence() + "/1");
    CHECK(says(page, "id=\"paragraph-2\""));
    CHECK(says(page, "She said &lt;b&gt;this&lt;/b&gt;."));
    CHECK(says(ana.get(open.evidence()), "Interview with a sergeant"));
  });
}

TEST_CASE("a note that is incomplete comes back with what is missing and with what was typed") {
  in_each_open_room([](OpenRoom& open) {
    Browser ana = open.signed_in("ana");
    const http::RawAnswer answer =
        ana.post(open.evidence() + "/note", {{"csrf_token", ana.token_on(open.evidence() + "/note")},
                                             {"kind", "interview"},
                                             {"title", ""},
                                             {"dated-day", "31"},
                                             {"dated-month", "2"},
                                             {"dated-year", "2026"},
                                             {"text", "Long words typed."}});
    CHECK(answer.status == 422);
    CHECK(says(answer, "Give it a title"));
    CHECK(says(answer, "Enter a year, a month and year"));
    CHECK(says(answer, "Long words typed."));
  });
}

TEST_CASE("a note is corrected on its page: the words are there to be changed, and both notes say so") {
  in_each_open_room([](OpenRoom& open) {
    open.room.noted("Twelve officers.");
    Browser ana = open.signed_in("ana");
    const std::string form = open.evidence() + "/note?corrects=1";
    CHECK(says(ana.get(form), "Twelve officers."));
    REQUIRE(ana.post(open.evidence() + "/note", {{"csrf_token", ana.token_on(form)},
                                                 {"corrects", "1"},
                                                 {"kind", "interview"},
                                                 {"title", "Interview"},
                                                 {"text", "Eleven officers."}})
                .status == 303);
    CHECK(says(ana.get(open.evidence() + "/1"), "has been corrected by"));
    CHECK(says(ana.get(open.evidence() + "/2"), "This note corrects"));
  });
}

TEST_CASE("a document is uploaded, read and shown, and its file comes back as a download") {
  in_each_open_room([](OpenRoom& open) {
    Browser ana = open.signed_in("ana");
    const std::string html = "<h1>Minutes</h1><p>Agreed: a strategy meeting.<script>alert(1)</script>";
    const http::RawAnswer answer = open.upload(ana, "minutes.html", html);
    REQUIRE(answer.status == 303);
    const http::RawAnswer page = ana.get(open.evidence() + "/1");
    CHECK(says(page, "Agreed: a strategy meeting."));
    CHECK_FALSE(says(page, "alert(1)"));
    const http::RawAnswer file = ana.get(open.evidence() + "/1/file");
    CHECK(file.content == html);
    CHECK(file.field("Content-Type") == "application/octet-stream");
    CHECK(file.field("Content-Disposition").starts_with("attachment"));
  });
}

TEST_CASE(
    "a document that cannot be read, or is there already, comes back with the reason; nothing is kept") {
  in_each_open_room([](OpenRoom& open) {
    Browser ana = open.signed_in("ana");
    const http::RawAnswer broken = open.upload(ana, "plan.pdf", "%PDF-1.7 nothing");
    CHECK(broken.status == 422);
    CHECK(says(broken, "“plan.pdf” could not be read: it is damaged or incomplete."));
    CHECK(says(broken, "value=\"Minutes\""));
    CHECK(open.room.list(open.room.ana)->documents.cut.total == 0);
    REQUIRE(open.upload(ana, "a.txt", "Words.").status == 303);
    CHECK(says(open.upload(ana, "b.txt", "Words."), "is here already, as document 1"));
    CHECK(says(open.upload(ana, "", ""), "Choose a file."));
  });
}

TEST_CASE(
    "a file that is too large is refused by name and with the limit, and what was typed stands in the form") {
  in_each_open_room([](OpenRoom& open) {  // Handbook §10.5
    Browser ana = open.signed_in("ana");
    const http::RawAnswer answer =
        open.upload(ana, "interviews.pdf", std::string(extract::kMostFileBytes + 1, 'x'));
    CHECK(answer.status == 413);
    CHECK(says(answer, "“interviews.pdf” is larger than 25 MB. Save it in parts, or with smaller pictures."));
    CHECK(says(answer, "value=\"Minutes\""));
    CHECK(open.room.list(open.room.ana)->documents.cut.total == 0);
    CHECK(open.upload(ana, "interviews.txt", std::string(30'000'000, 'x')).status == 413);
    const http::RawAnswer as_large_as_may_be =
        open.upload(ana, "plan.docx", std::string(extract::kMostFileBytes, 'x'));
    CHECK(says(as_large_as_may_be, "“plan.docx” could not be read"));
  });
}

TEST_CASE("what is far too large is refused with the limit before it is sent") {
  in_each_open_room([](OpenRoom& open) {
    Browser ana = open.signed_in("ana");
    std::string cookies;
    for (const auto& [name, value] : ana.cookies) cookies += "Cookie: " + name + "=" + value + "\r\n";
    // The body is never sent: an answer shows that none was waited for.
    const http::RawAnswer answer =
        http::RawClient(open.server->port())
            .send("POST " + open.evidence() +
                  "/document HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://127.0.0.1\r\n" + cookies +
                  "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 900000000\r\n\r\n")
            .read();
    CHECK(answer.status == 413);
    CHECK(says(answer, "A file of at most 25 MB can be sent here."));
  });
}

TEST_CASE("a passage is marked by the numbers of its paragraphs, by those who may") {
  in_each_open_room([](OpenRoom& open) {
    open.room.noted("One.\n\nTwo.\n\nThree.");
    Browser ana = open.signed_in("ana");
    const std::string page = open.evidence() + "/1";
    const auto mark = [&](const std::string& from, const std::string& to) {
      return ana.post(page + "/extracts",
                      {{"csrf_token", ana.token_on(page)}, {"passage", from}, {"last", to}});
    };
    CHECK(mark("2", "3").status == 303);
    CHECK(mark("1", "").status == 303);
    const std::vector<Extract> extracts = open.room.view(open.room.ana, 1)->extracts;
    REQUIRE(extracts.size() == 2);
    CHECK(extracts[0].range == Range{0, 4});
    CHECK(extracts[1].range == Range{6, 18});
    CHECK(says(ana.get(page), "Extracts"));
    CHECK(says(ana.get(page), name_of(extracts[0].id)));
    CHECK(says(ana.get(page), "A report quotes an extract by its number"));
    CHECK(mark("4", "").status == 422);
    CHECK(mark("3", "2").status == 422);
    CHECK(says(mark("x", ""), "Enter the number of a paragraph"));
    CHECK_FALSE(says(open.signed_in("moderator").get(page), "Mark an extract"));
  });
}

TEST_CASE("who may not record is not offered to, and who may not see finds nothing") {
  in_each_open_room([](OpenRoom& open) {
    open.room.noted("A note.");
    Browser moderator = open.signed_in("moderator"), stranger = open.signed_in("stranger");
    CHECK(says(moderator.get(open.evidence()), "Interview with a detective"));
    CHECK_FALSE(says(moderator.get(open.evidence()), "Record a note"));
    CHECK(moderator.get(open.evidence() + "/note").status == 404);
    CHECK(moderator.get(open.evidence() + "/document").status == 404);
    CHECK(stranger.get(open.evidence()).status == 404);
    CHECK(stranger.get(open.evidence() + "/1").status == 404);
    CHECK(stranger.get(open.evidence() + "/1/file").status == 404);
  });
}

TEST_CASE(
    "an upload from somebody who is not signed in, or from another site, is refused before its body is "
    "sent") {
  in_each_open_room([](OpenRoom& open) {
    const std::string head =
        "POST " + open.evidence() +
        "/document HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://127.0.0.1\r\n"
        "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 20000000\r\n\r\n";
    // The body is never sent: an answer shows that none was waited for.
    CHECK(http::RawClient(open.server->port()).send(head).read().status == 403);
    Browser ana = open.signed_in("ana");
    CHECK(ana.post_with_file(open.evidence() + "/document", {{"csrf_token", "not the token"}}, "file",
                             "a.txt", "Words.")
              .status == 403);
  });
}
