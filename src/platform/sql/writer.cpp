// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "platform/sql/writer.h"

#include <algorithm>
#include <utility>

namespace sightline::sql {
namespace {

/// Runs of a batch that the engine asks for again and again, before its units are tried alone.
constexpr int kAttempts = 4;

class UnitTransaction final : public Transaction {
 public:
  explicit UnitTransaction(Connection& connection) : connection_(connection) {}

  void prepare(const Query& query) override {
    guarded([&] { connection_.prepare(query); });
  }
  void script(const std::string& text) override {
    guarded([&] { connection_.script(text); });
  }
  void throw_failure() const {
    if (failure_) std::rethrow_exception(failure_);
  }
  bool must_run_again() const { return must_run_again_; }

 private:
  Rows run(const Query& query, std::span<const Bind> binds) override {
    Rows rows;
    guarded([&] { rows = connection_.run(query, binds); });
    return rows;
  }
  Kept* kept() override { return &connection_.kept(); }

  template <class Action>
  void guarded(const Action& action) {
    throw_failure();
    try {
      action();
    } catch (const MustRunAgain&) {
      must_run_again_ = true;
      failure_ = std::current_exception();
      throw;
    } catch (...) {
      failure_ = std::current_exception();
      throw;
    }
  }

  Connection& connection_;
  std::exception_ptr failure_;
  bool must_run_again_ = false;
};

/// An exception of its own for each caller: threads do not share one.
std::exception_ptr copy_of(const std::exception_ptr& cause) {
  try {
    std::rethrow_exception(cause);
  } catch (const StorageFull& full) {
    return std::make_exception_ptr(StorageFull(full.what()));
  } catch (const std::exception& other) {
    return std::make_exception_ptr(Unavailable(other.what()));
  }
}

}  // namespace

Writer::Writer(Connect connect, std::size_t batch_limit)
    : connect_(std::move(connect)),
      batch_limit_(std::max<std::size_t>(batch_limit, 1)),
      connection_(connect_()) {
  thread_ = std::thread([this] { serve(); });
}

Writer::~Writer() {
  {
    const std::lock_guard lock(mutex_);
    closing_ = true;
  }
  arrived_.notify_one();
  thread_.join();
}

void Writer::write(const Unit& unit) {
  if (std::this_thread::get_id() == thread_.get_id())
    throw Error("A unit of writing must use its own transaction and not write through the database.");
  Job job(unit);
  {
    std::unique_lock lock(mutex_);
    waiting_.push_back(&job);
    arrived_.notify_one();
    job.answered.wait(lock, [&] { return job.is_answered; });
  }
  if (job.thrown) std::rethrow_exception(std::move(job.thrown));
}

void Writer::serve() {
  for (;;) {
    std::vector<Job*> batch = take();
    if (batch.empty()) return;
    settle(batch, batch_limit_);
  }
}

/// Waits for at least one job; none means that the writer is to end.
std::vector<Writer::Job*> Writer::take() {
  std::unique_lock lock(mutex_);
  arrived_.wait(lock, [&] { return closing_ || !waiting_.empty(); });
  lock.unlock();
  std::vector<Job*> batch;
  join(batch, batch_limit_);
  return batch;
}

void Writer::join(std::vector<Job*>& batch, std::size_t limit) {
  const std::lock_guard lock(mutex_);
  while (!waiting_.empty() && batch.size() < limit) {
    batch.push_back(waiting_.front());
    waiting_.pop_front();
  }
}

/// Every job of `batch`, which may grow to `limit`, is answered when this returns.
void Writer::settle(std::vector<Job*>& batch, std::size_t limit) {
  Ending ending{Ending::Kind::RunAgain, nullptr};
  for (int attempt = 0; attempt < kAttempts && ending.kind == Ending::Kind::RunAgain; ++attempt)
    ending = run_together(batch, limit);

  const bool someone_to_blame = ending.kind == Ending::Kind::Spoilt || ending.kind == Ending::Kind::RunAgain;
  if (someone_to_blame && batch.size() > 1) {
    for (Job* job : batch) {
      std::vector<Job*> alone{job};
      settle(alone, 1);
    }
    return;
  }
  if (ending.kind != Ending::Kind::Committed) {
    for (Job* job : batch) job->thrown = batch.size() == 1 ? std::move(ending.cause) : copy_of(ending.cause);
  }
  answer(batch);
}

/// After this the jobs belong to their callers again: nothing of them may be touched.
void Writer::answer(const std::vector<Job*>& batch) {
  const std::lock_guard lock(mutex_);
  for (Job* job : batch) {
    job->is_answered = true;
    job->answered.notify_one();
  }
}

Writer::Ending Writer::run_together(std::vector<Job*>& batch, std::size_t limit) {
  Ending begun = begin();
  if (begun.kind != Ending::Kind::Committed) return begun;
  bool anything_kept = false;
  try {
    for (std::size_t i = 0; i < batch.size(); ++i) {
      anything_kept |= run_one(*batch[i]);
      if (i + 1 == batch.size()) join(batch, limit);
    }
  } catch (const NotConfirmed&) {
    return {Ending::Kind::InDoubt, std::current_exception()};
  } catch (const MustRunAgain&) {
    roll_back();
    return {Ending::Kind::RunAgain, std::current_exception()};
  } catch (...) {
    roll_back();
    const bool lost = !connection_->is_usable();
    return {lost ? Ending::Kind::RunAgain : Ending::Kind::Spoilt, std::current_exception()};
  }
  return finish(anything_kept);
}

Writer::Ending Writer::begin() {
  const bool was_connected = connection_ && connection_->is_usable();
  try {
    if (!was_connected) {
      connection_.reset();
      connection_ = connect_();
    }
    connection_->begin_writing();
    return {Ending::Kind::Committed, nullptr};
  } catch (...) {
    if (connection_) roll_back();
    // A connection that died unnoticed while idle is worth a new one; a new one that fails is not.
    const bool lost = was_connected && !connection_->is_usable();
    return {lost ? Ending::Kind::RunAgain : Ending::Kind::Unreachable, std::current_exception()};
  }
}

/// True when the unit's writes are kept. Throws when the whole transaction is lost.
bool Writer::run_one(Job& job) {
  job.thrown = nullptr;
  connection_->begin_unit();
  UnitTransaction transaction(*connection_);
  Verdict verdict = Verdict::Undo;
  try {
    verdict = job.unit(transaction);
    transaction.throw_failure();
  } catch (...) {
    job.thrown = std::current_exception();
    verdict = Verdict::Undo;
  }
  if (transaction.must_run_again() || !connection_->is_usable() || !connection_->in_transaction()) {
    transaction.throw_failure();
    // Its neighbours' writes may be durable already, so nobody is run again.
    throw NotConfirmed("A unit of writing ended the transaction it shared.");
  }
  if (verdict == Verdict::Keep)
    connection_->keep_unit();
  else
    undo_unit();
  return verdict == Verdict::Keep;
}

void Writer::undo_unit() {
  connection_->undo_unit();
  connection_->kept().forget();
}

void Writer::roll_back() noexcept {
  connection_->roll_back();
  connection_->kept().forget();
}

Writer::Ending Writer::finish(bool anything_kept) {
  try {
    if (anything_kept)
      connection_->commit();
    else
      roll_back();
    return {Ending::Kind::Committed, nullptr};
  } catch (const NotConfirmed&) {
    return {Ending::Kind::InDoubt, std::current_exception()};
  } catch (const MustRunAgain&) {
    roll_back();
    return {Ending::Kind::RunAgain, std::current_exception()};
  } catch (...) {
    roll_back();
    return {Ending::Kind::Spoilt, std::current_exception()};
  }
}

}  // namespace sightline::sql
