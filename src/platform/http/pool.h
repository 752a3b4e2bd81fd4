#pragma once
// The threads that do the work of the server, and the two queues before them.
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace http {

/// Work waiting for a thread; the urgent queue has a thread of its own.
class Pool {
public:
    Pool(int workers, std::chrono::milliseconds longest_wait) : longest_wait_{longest_wait} {
        for (int i = 0; i < workers; ++i) threads_.emplace_back([this] { work(false); });
        threads_.emplace_back([this] { work(true); });
    }
    ~Pool() { stop(); }
    /// Does what is waiting, takes nothing more and returns.
    void stop() {
        {
            std::scoped_lock hold{mutex_};
            ending_ = true;
        }
        wake_.notify_all();
        for (auto& thread : threads_)
            if (thread.joinable()) thread.join();
    }
    /// False when the queue is too slow already: the caller says so at once.
    bool add(std::function<void()> task, bool urgent) {
        {
            std::scoped_lock hold{mutex_};
            if (ending_) return false;
            if (!urgent && !queue_.empty() && std::chrono::steady_clock::now() - queue_.front().since > longest_wait_) return false;
            (urgent ? urgent_ : queue_).push_back({std::move(task), std::chrono::steady_clock::now()});
        }
        wake_.notify_all();
        return true;
    }

private:
    struct Waiting {
        std::function<void()> task;
        std::chrono::steady_clock::time_point since;
    };
    void work(bool urgent_only) {
        std::unique_lock hold{mutex_};
        for (;;) {
            auto& mine = urgent_only ? urgent_ : queue_;
            wake_.wait(hold, [&] { return ending_ || !mine.empty(); });
            if (mine.empty()) return;
            auto task = std::move(mine.front().task);
            mine.pop_front();
            hold.unlock();
            try {
                task();
            } catch (...) { // not even the answer could be handed over: with the task its connection goes
            }
            task = nullptr;
            hold.lock();
        }
    }
    std::chrono::milliseconds longest_wait_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Waiting> queue_, urgent_;
    bool ending_ = false;
    std::vector<std::thread> threads_;
};

} // namespace http
