[assembly: AssemblyFixture(typeof(SharedHomeserver))]
