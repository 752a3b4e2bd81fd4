#pragma once
// The threads that do the work of the server, and the queues before them.
#include <array>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace http {

/// What a request has to wait behind: other pages, other forms, or nothing (logging out, withdrawing).
enum class Lane { pages,
                  forms,
                  urgent };

/// Who waits before the threads of a lane.
struct Crowd {
    std::size_t waiting = 0, threads = 1;
    std::chrono::steady_clock::duration usual{};       ///< how long work took of late
    std::chrono::steady_clock::duration without_end{}; ///< for how long there was always someone waiting
};
/// Whether one more may wait: whose turn comes within the longest wait. Where there was someone waiting for five times as long without end, more comes than can be done, and a longer queue serves nobody sooner: then at most sixteen wait for each thread.
inline bool may_wait(Crowd const& crowd, std::chrono::steady_clock::duration longest_wait) {
    return crowd.waiting * crowd.usual / crowd.threads <= longest_wait && (crowd.without_end <= 5 * longest_wait || crowd.waiting < 16 * crowd.threads);
}

/// Work waiting for a thread. Each lane has its threads: pages a few, since they take processor, forms many more, since they wait for the disk and share its syncs, and urgent work one that is kept free.
class Pool {
public:
    Pool(int pages, int forms, std::chrono::milliseconds longest_wait) : longest_wait_{longest_wait} {
        begin(Lane::pages, pages);
        begin(Lane::forms, forms);
        begin(Lane::urgent, 1);
    }
    ~Pool() { stop(); }
    /// Does what is waiting, takes nothing more and returns.
    void stop() {
        {
            std::scoped_lock hold{mutex_};
            ending_ = true;
        }
        for (auto& queue : queues_) queue.wake.notify_all();
        for (auto& thread : threads_)
            if (thread.joinable()) thread.join();
    }
    /// Work that is told whether its turn came in time; when not, it only says so.
    using Task = std::function<void(bool in_time)>;
    /// False when the first in the lane waits too long already, or one more may not wait: the caller says so at once. Urgent work is always taken and always in time.
    bool add(Task task, Lane lane) {
        auto& queue = of(lane);
        {
            std::scoped_lock hold{mutex_};
            if (ending_) return false;
            auto const now = std::chrono::steady_clock::now();
            if (queue.tasks.empty()) queue.nobody_waited = now;
            else if (lane != Lane::urgent && (is_late(queue.tasks.front()) || !may_wait({queue.tasks.size(), queue.threads, queue.usual, now - queue.nobody_waited}, longest_wait_))) return false;
            queue.tasks.push_back({std::move(task), now});
        }
        queue.wake.notify_one();
        return true;
    }
    /// Tells those who waited too long, for when all threads are held up by a disk or a lock; whether others still wait.
    bool tell_late() {
        std::deque<Waiting> late;
        bool others = false;
        {
            std::scoped_lock hold{mutex_};
            for (auto lane : {Lane::pages, Lane::forms}) {
                auto& tasks = of(lane).tasks;
                for (; !tasks.empty() && is_late(tasks.front()); tasks.pop_front()) late.push_back(std::move(tasks.front()));
                others = others || !tasks.empty();
            }
        }
        for (auto& each : late) each.task(false);
        return others;
    }

private:
    struct Waiting {
        Task task;
        std::chrono::steady_clock::time_point since;
    };
    struct Queue {
        std::deque<Waiting> tasks;
        std::condition_variable wake;
        std::chrono::steady_clock::duration usual{};         ///< how long work took of late
        std::chrono::steady_clock::time_point nobody_waited; ///< when who came last found nobody waiting
        std::size_t threads = 0;
    };
    bool is_late(Waiting const& waiting) const { return std::chrono::steady_clock::now() - waiting.since > longest_wait_; }
    Queue& of(Lane lane) { return queues_[static_cast<std::size_t>(lane)]; }
    void begin(Lane lane, int threads) {
        of(lane).threads = static_cast<std::size_t>(threads);
        for (int i = 0; i < threads; ++i) threads_.emplace_back([this, lane] { work(of(lane), lane == Lane::urgent); });
    }
    void work(Queue& mine, bool always_in_time) {
        std::unique_lock hold{mutex_};
        for (;;) {
            mine.wake.wait(hold, [&] { return ending_ || !mine.tasks.empty(); });
            if (mine.tasks.empty()) return;
            auto task = std::move(mine.tasks.front().task);
            // of many who came at once the last would wait for all the others, each of whom came in time
            bool const in_time = always_in_time || !is_late(mine.tasks.front());
            auto const begun = std::chrono::steady_clock::now();
            mine.tasks.pop_front();
            hold.unlock();
            try {
                task(in_time);
            } catch (...) { // not even the answer could be handed over: with the task its connection goes
            }
            task = nullptr;
            hold.lock();
            if (in_time) mine.usual += (std::chrono::steady_clock::now() - begun - mine.usual) / 16;
        }
    }
    std::chrono::milliseconds longest_wait_;
    std::mutex mutex_;
    std::array<Queue, 3> queues_;
    bool ending_ = false;
    std::vector<std::thread> threads_;
};

} // namespace http
