#include "paint/composite_painter.hpp"

#include <epoxy/gl.h>

#include "gl/debug.hpp"
#include "raster/look.hpp"

namespace ebbflow::paint {

namespace {

void setGrade(const gl::Program& program, const picture::GroundGrade& grade) {
    program.set("brightness", grade.brightness);
    program.set("plain", grade.plain ? 1 : 0);
    program.set("gradeMatrix", grade.matrix);
    program.set("gradeAdded", grade.added);
    program.set("gradeVignette", grade.vignette);
}

}  // namespace

CompositePainter::CompositePainter(const Fullscreen& fullscreen) : tiles_(fullscreen) {}

void CompositePainter::paint(const Programs& programs, const Sources& sources,
                             const raster::TileSet& wanted, const raster::TileSet& shining) {
    const gl::DebugGroup group("composite");
    glDisable(GL_BLEND);
    const int width = wanted.width(), height = wanted.height();
    sources.ground.bind(0);
    raster::TileSet dark = wanted;
    dark.remove(shining);
    const gl::Program& plain = programs[Pass::compositeDark];
    plain.use();
    plain.set("ground", 0);
    setGrade(plain, sources.grade);
    plain.set("levels", sources.levels);
    tiles_.draw(plain, dark.rectangles(), width, height);

    raster::TileSet lit = wanted;
    lit.remove(dark);
    const gl::Program& program = programs[Pass::composite];
    program.use();
    program.set("ground", 0);
    program.set("lights", 1);
    program.set("bloom", 2);
    setGrade(program, sources.grade);
    program.set("levels", sources.levels);
    program.set("bloomStrength", raster::kBloom);
    sources.lights.bind(1);
    sources.bloom.bind(2);
    tiles_.draw(program, lit.rectangles(), width, height);
}

}  // namespace ebbflow::paint
