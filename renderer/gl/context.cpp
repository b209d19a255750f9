#include "gl/context.hpp"

#include <epoxy/egl.h>
#include <epoxy/gl.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <string_view>

#include "core/error.hpp"
#include "gl/debug.hpp"

namespace ebbflow::gl {
namespace {

/// A display that might give a context, and what to call it.
struct Candidate {
    EGLDisplay display = EGL_NO_DISPLAY;
    std::string platform;
    std::string name;
};

bool has(const char* extensions, std::string_view wanted) {
    return extensions != nullptr &&
           std::string_view(extensions).find(wanted) != std::string_view::npos;
}

std::string eglError() {
    switch (eglGetError()) {
        case EGL_NOT_INITIALIZED:
            return "not initialised";
        case EGL_BAD_ALLOC:
            return "out of memory";
        case EGL_BAD_MATCH:
            return "no OpenGL 4.5 core profile";
        case EGL_BAD_CONFIG:
            return "no usable configuration";
        case EGL_BAD_ACCESS:
            return "access denied";
        default:
            return "it cannot be opened";
    }
}

/// EGL's devices; nothing where it lists none.
std::optional<std::vector<EGLDeviceEXT>> eglDevices() {
    if (!has(eglQueryString(EGL_NO_DISPLAY, EGL_EXTENSIONS), "EGL_EXT_device_enumeration"))
        return std::nullopt;
    std::vector<EGLDeviceEXT> devices(16);
    EGLint count = 0;
    if (eglQueryDevicesEXT(static_cast<EGLint>(devices.size()), devices.data(), &count) == 0)
        return std::nullopt;
    devices.resize(static_cast<std::size_t>(count));
    return devices;
}

bool isSoftware(EGLDeviceEXT device) {
    return has(eglQueryDeviceStringEXT(device, EGL_EXTENSIONS), "EGL_MESA_device_software");
}

void addDevices(std::vector<Candidate>& list, bool software) {
    int number = 0;
    for (const EGLDeviceEXT device : eglDevices().value_or(std::vector<EGLDeviceEXT>{})) {
        const std::string name = "EGL device " + std::to_string(number++);
        if (isSoftware(device) != software) continue;
        list.push_back({eglGetPlatformDisplayEXT(EGL_PLATFORM_DEVICE_EXT, device, nullptr),
                        "EGL device", name});
    }
}

void addSurfaceless(std::vector<Candidate>& list) {
    if (!has(eglQueryString(EGL_NO_DISPLAY, EGL_EXTENSIONS), "EGL_MESA_platform_surfaceless"))
        return;
    list.push_back({eglGetPlatformDisplayEXT(EGL_PLATFORM_SURFACELESS_MESA, nullptr, nullptr),
                    "EGL surfaceless", "Mesa's surfaceless platform"});
}

EGLContext makeContext(EGLDisplay display, bool debug) {
    const std::array<EGLint, 7> wanted{EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_SURFACE_TYPE, 0,
                                       EGL_NONE};
    EGLConfig config = nullptr;
    EGLint count = 0;
    // No config is needed where none of our surfaces are EGL's; older drivers want one all the
    // same.
    if (!has(eglQueryString(display, EGL_EXTENSIONS), "EGL_KHR_no_config_context") &&
        (eglChooseConfig(display, wanted.data(), &config, 1, &count) == 0 || count == 0)) {
        return EGL_NO_CONTEXT;
    }
    const std::array<EGLint, 9> attributes{EGL_CONTEXT_MAJOR_VERSION,
                                           4,
                                           EGL_CONTEXT_MINOR_VERSION,
                                           5,
                                           EGL_CONTEXT_OPENGL_PROFILE_MASK,
                                           EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
                                           debug ? EGL_CONTEXT_OPENGL_DEBUG : EGL_NONE,
                                           EGL_TRUE,
                                           EGL_NONE};
    return eglCreateContext(display, config, EGL_NO_CONTEXT, attributes.data());
}

}  // namespace

ContextFacts currentContextFacts(std::string platform) {
    const auto text = [](GLenum what) {
        const GLubyte* value = glGetString(what);
        return value == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(value));
    };
    ContextFacts facts{text(GL_VENDOR), text(GL_RENDERER), text(GL_VERSION), std::move(platform),
                       false};
    facts.software = facts.renderer.find("llvmpipe") != std::string::npos ||
                     facts.renderer.find("softpipe") != std::string::npos;
    return facts;
}

bool mayHaveGpu() {
    const auto devices = eglDevices();
    return !devices || !std::ranges::all_of(*devices, isSoftware);
}

struct HeadlessContext::Impl {
    EGLDisplay display = EGL_NO_DISPLAY;
    EGLContext context = EGL_NO_CONTEXT;
    ContextFacts facts;
    DebugLog log;

    /// Empty when it worked, else why not.
    std::string tryCandidate(const Candidate& candidate, const ContextOptions& options) {
        display = candidate.display;
        if (display == EGL_NO_DISPLAY || eglInitialize(display, nullptr, nullptr) == 0)
            return eglError();
        if (eglBindAPI(EGL_OPENGL_API) == 0) return "no OpenGL";
        context = makeContext(display, options.debug);
        if (context == EGL_NO_CONTEXT) return eglError();
        if (eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context) == 0) {
            release();
            return "it needs a surface";
        }
        facts = currentContextFacts(candidate.platform);
        if (options.software && !facts.software) {
            release();
            return "it is not a software renderer";
        }
        return {};
    }

    // The display is EGL's own, one for the whole process: terminating it here would take it from
    // any other context on it.
    void release() {
        if (context == EGL_NO_CONTEXT) return;
        eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
        eglDestroyContext(display, context);
        context = EGL_NO_CONTEXT;
    }
};

HeadlessContext::HeadlessContext(const ContextOptions& options) : impl_(std::make_unique<Impl>()) {
    std::vector<Candidate> candidates;
    addDevices(candidates, options.software);
    addSurfaceless(candidates);
    std::string tried;
    for (const Candidate& candidate : candidates) {
        const std::string fault = impl_->tryCandidate(candidate, options);
        if (fault.empty()) {
            if (options.debug) impl_->log.attach();
            return;
        }
        tried += "; " + candidate.name + ": " + fault;
    }
    throw core::Failure(
        "no OpenGL 4.5 without a display" +
        (tried.empty() ? "; EGL offers no device and no surfaceless platform" : tried));
}

HeadlessContext::~HeadlessContext() {
    impl_->release();
}

const ContextFacts& HeadlessContext::facts() const {
    return impl_->facts;
}

std::vector<std::string> HeadlessContext::takeDebugErrors() {
    return impl_->log.take();
}

}  // namespace ebbflow::gl
