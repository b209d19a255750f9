# What `cmake --install` puts under its prefix, which may be moved afterwards: the program finds its data in
# ../share/ebbflow, and the libraries' package file everything from where it lies itself. Rooms install themselves.
include(CMakePackageConfigHelpers)

install(TARGETS ebbflow RUNTIME DESTINATION bin)
install(FILES geodata/atlas.gpkg geodata/relief.tif geodata/more_places.csv geodata/LICENSE.md geodata/README.md
    DESTINATION share/ebbflow/geodata)
install(DIRECTORY presets DESTINATION share/ebbflow FILES_MATCHING PATTERN *.yaml)
install(DIRECTORY scenes/gallery DESTINATION share/ebbflow/scenes PATTERN many-rows/data EXCLUDE)
install(DIRECTORY scenes/china-soviet-union scenes/gravity-example scenes/south-pole scenes/students-to-moscow
    DESTINATION share/ebbflow/scenes)
install(FILES README.md LICENSE CHANGELOG.md DESTINATION share/doc/ebbflow)
install(DIRECTORY docs/ DESTINATION share/doc/ebbflow/docs)

# The manual is what the program says of itself.
install(CODE "execute_process(COMMAND \"${PROJECT_SOURCE_DIR}/tools/man\" \"$<TARGET_FILE:ebbflow>\"
    OUTPUT_FILE \"${PROJECT_BINARY_DIR}/ebbflow.1\" COMMAND_ERROR_IS_FATAL ANY)")
install(FILES ${PROJECT_BINARY_DIR}/ebbflow.1 DESTINATION share/man/man1)

set(EBBFLOW_DATA share/ebbflow)
configure_package_config_file(cmake/ebbflowConfig.cmake.in ${PROJECT_BINARY_DIR}/ebbflowConfig.cmake
    INSTALL_DESTINATION lib/cmake/ebbflow PATH_VARS EBBFLOW_DATA)
# Until 1.0 a minor version may change what a header says.
write_basic_package_version_file(${PROJECT_BINARY_DIR}/ebbflowConfigVersion.cmake
    COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/ebbflowConfig.cmake ${PROJECT_BINARY_DIR}/ebbflowConfigVersion.cmake
    cmake/dependencies.cmake DESTINATION lib/cmake/ebbflow)
install(EXPORT ebbflowTargets NAMESPACE ebbflow:: DESTINATION lib/cmake/ebbflow)
