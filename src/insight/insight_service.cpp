// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "insight/insight_service.h"

#include "insight/index_store.h"

namespace sightline::insight {

std::shared_ptr<const Index> Insight::ready() const {
  const std::lock_guard lock(ready_mutex_);
  return ready_;
}

void Insight::make_ready(std::shared_ptr<const Index> index) {
  const std::lock_guard lock(ready_mutex_);
  if (!ready_ || ready_->entry() < index->entry()) ready_ = std::move(index);
}

std::shared_ptr<const Index> Insight::index(sql::Reader& reader) {
  const std::int64_t position = journal::position(reader);
  std::shared_ptr<const Index> former = ready();
  if (former && former->entry() >= position) return former;

  std::unique_lock working(working_, std::defer_lock);
  if (!former)
    working.lock();
  else if (!working.try_lock())
    return former;

  former = ready();  // somebody else may have been quicker
  if (former && former->entry() < position - kAtOnce) {
    catch_up_in_background();
    return former;
  }
  if (!former)
    make_ready(std::make_shared<Index>(indexes::whole(reader, position)));
  else if (former->entry() < position)
    make_ready(std::make_shared<Index>(indexes::brought_to(reader, position, *former)));
  return ready();
}

void Insight::catch_up_in_background() {
  if (job_)
    if (const auto status = worker_.status(*job_))
      if (status->state == jobs::State::Waiting || status->state == jobs::State::Running) return;
  const auto submitted = worker_.submit("Reading what has been judged", [this](jobs::Control&) {
    sql::Snapshot snapshot = journal_.snapshot();
    make_ready(std::make_shared<Index>(indexes::whole(snapshot, journal::position(snapshot))));
  });
  if (submitted) job_ = *submitted;
}

void Insight::wait() {
  const std::optional<jobs::JobId> job = [this] {
    const std::lock_guard lock(working_);
    return job_;
  }();
  if (job) worker_.wait(*job);
}

}  // namespace sightline::insight
