using Unisson.Matrix.Homeservers;
using Xunit;

[assembly: AssemblyFixture(typeof(SharedHomeserver))]
