#pragma once
// What the program tells systemd, if that started it (`Type=notify`, `WatchdogSec=`): that the
// first picture is shown, that the loop goes round, that it ends. Elsewhere it does nothing.

#include <string>

namespace ebbflow::live {

class Service {
public:
    Service();
    /// Says that it ends, if it ever said that it is ready.
    ~Service();
    Service(const Service&) = delete;
    Service& operator=(const Service&) = delete;

    /// Once the first picture is shown.
    void ready();
    /// At every turn of the loop; four times in a watchdog's time it is passed on, with one line on
    /// what is being shown. `now`: seconds of any clock that never goes back.
    void alive(const std::string& what, double now);

private:
    double pause_ = 0;  ///< seconds between two signs of life; 0: no watchdog
    double toldAt_ = -1e9;
    bool ready_ = false;
};

}  // namespace ebbflow::live
